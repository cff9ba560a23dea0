import { expected } from './expected.ts';

/** A size in whole pixels. */
export interface Dimensions {
  width: number;
  height: number;
}

/** Width and height joined by the letter x. */
export function dimensions({ width, height }: Dimensions): string {
  for (const side of [width, height]) {
    if (!Number.isSafeInteger(side) || side < 0) throw expected('a width and a height in whole pixels', side);
  }
  return `${width}x${height}`;
}
