// A job summary of GitHub holds 1 MiB; a target that stores nothing fails a thousand checks. Each of seven parts has its
// share.
const share = 145_000;

/** Rows of one table. */
export const mostRows = 100;
/** Characters of a value in a table. */
export const longestCell = 160;
/** Characters of a paragraph or a block of code. */
export const longestBlock = 6_000;

/** The pieces that fit into one part's share. */
export function fitting<Piece>(pieces: readonly Piece[]): Piece[] {
  let left = share;
  return pieces.filter((piece) => {
    left -= Buffer.byteLength(JSON.stringify(piece));
    return left >= 0;
  });
}
