/**
 * Reads just enough of a GIF to see whether it is the beacon: its size and whether a colour of it is transparent.
 * Own code, since image libraries decode pixels and hide the flag that is asked for.
 */

const HEADER = 6;
const SCREEN_DESCRIPTOR = 7;
const EXTENSION = 0x21;
const GRAPHIC_CONTROL = 0xf9;
const IMAGE = 0x2c;
const IMAGE_DESCRIPTOR = 10;
const TRAILER = 0x3b;

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

/** Among the extensions before the picture stands a graphic control, and its lowest bit says transparent. */
export function isTransparent(body: Uint8Array): boolean {
  if (!isGif(body)) return false;
  for (let at = firstBlock(body); body[at] === EXTENSION; at = afterData(body, at + 2)) {
    if (body[at + 1] === GRAPHIC_CONTROL) return ((body[at + 3] ?? 0) & 1) === 1;
  }
  return false;
}

/** Whether the blocks of the file lead to its trailer, past a picture. */
export function isWhole(body: Uint8Array): boolean {
  let pictures = 0;
  for (let at = firstBlock(body); at < body.length; ) {
    if (body[at] === TRAILER) return pictures > 0;
    if (body[at] === EXTENSION) at = afterData(body, at + 2);
    else if (body[at] === IMAGE) {
      pictures += 1;
      // One byte, the size of the codes, stands between descriptor and data.
      at = afterData(body, at + IMAGE_DESCRIPTOR + colourTable(body[at + IMAGE_DESCRIPTOR - 1] ?? 0) + 1);
    } else return false;
  }
  return false;
}

function firstBlock(body: Uint8Array): number {
  return HEADER + SCREEN_DESCRIPTOR + colourTable(body[HEADER + 4] ?? 0);
}

/** Bytes of a colour table, as the flags before it tell. */
function colourTable(flags: number): number {
  return flags & 0x80 ? (2 << (flags & 0x07)) * 3 : 0;
}

/** Data comes in pieces that begin with their length; one of length 0 is the last. */
function afterData(body: Uint8Array, start: number): number {
  let at = start;
  while ((body[at] ?? 0) !== 0) at += (body[at] ?? 0) + 1;
  return at + 1;
}
