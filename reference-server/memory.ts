/** Longer texts are not kept: two thousand of the longest a request can carry would fill the memory. */
const longest = 1000;

/**
 * Remembers the last results of a costly function of a text: user agents and addresses come back again and again.
 * No more than `size` texts are kept, so that no sender can fill the memory.
 */
export function remembering<Result>(size: number, find: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = find(text);
    if (text.length > longest) return result;
    const oldest = known.keys().next().value;
    if (known.size >= size && oldest !== undefined) known.delete(oldest);
    known.set(text, result);
    return result;
  };
}
