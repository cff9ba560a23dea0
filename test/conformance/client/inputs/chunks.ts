/** Inputs in pieces, for the tests of those who read them. */

/** The bytes of a text in chunks of the given size, so that every place is once the edge of one. */
export async function* chunks(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function all<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}

/** Sizes of chunks, so that every place is once the edge of one. */
export const sizes = [1, 2, 3, 7, 1000];
