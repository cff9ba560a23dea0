/**
 * Reads just enough of a GIF to see whether it is the beacon: its size and whether a colour of it is transparent.
 * Own code, since image libraries decode pixels and hide the flag that is asked for.
 */

const HEADER = 6;
const SCREEN_DESCRIPTOR = 7;
const EXTENSION = 0x21;
const GRAPHIC_CONTROL = 0xf9;

/** Whether a body begins as a GIF of either version does. */
export function isGif(body: Uint8Array): boolean {
  return /^GIF8[79]a$/.test(String.fromCharCode(...body.subarray(0, HEADER)));
}

/** Size in pixels; 0 by 0 of what is no whole GIF. */
export function beaconSize(body: Uint8Array): { width: number; height: number } {
  if (!isGif(body) || body.length < HEADER + SCREEN_DESCRIPTOR) return { width: 0, height: 0 };
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  return { width: view.getUint16(HEADER, true), height: view.getUint16(HEADER + 2, true) };
}

/** A graphic control extension follows the colour table when there is one, and its lowest bit says transparent. */
export function isTransparent(body: Uint8Array): boolean {
  const flags = body[HEADER + 4] ?? 0;
  const colours = flags & 0x80 ? 2 << (flags & 0x07) : 0;
  const next = HEADER + SCREEN_DESCRIPTOR + colours * 3;
  const begins = isGif(body) && body[next] === EXTENSION && body[next + 1] === GRAPHIC_CONTROL;
  return begins && ((body[next + 3] ?? 0) & 1) === 1;
}
