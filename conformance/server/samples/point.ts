/** Puts a point into digits, so that no float ever holds a decimal. */

/** `scale` of the digits stand behind the point: `1250` at scale 3 is `1.250`, `5` at scale 2 is `0.05`. */
export function withPoint(digits: string, scale: number): string {
  if (scale === 0) return digits;
  const padded = digits.padStart(scale + 1, '0');
  const point = padded.length - scale;
  return `${padded.slice(0, point)}.${padded.slice(point)}`;
}
