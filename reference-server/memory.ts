/** Longer texts are not kept: two thousand of the longest a request can carry would fill the memory. */
const longest = 1000;

/**
 * Remembers the last results of a costly function of a text or number: user agents, addresses and times come back
 * again and again. No more than `size` of them are kept, so that no sender can fill the memory.
 */
export function remembering<Result, Key extends string | number = string>(
  size: number,
  find: (key: Key) => Result,
): (key: Key) => Result {
  const known = new Map<Key, Result>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = find(key);
    if (typeof key === 'string' && key.length > longest) return result;
    const oldest = known.keys().next().value;
    if (known.size >= size && oldest !== undefined) known.delete(oldest);
    known.set(key, result);
    return result;
  };
}

/** Remembers what was made of an object, such as a list of settings, for as long as the object lives. */
export function rememberingOf<Owner extends WeakKey, Result>(make: (owner: Owner) => Result): (owner: Owner) => Result {
  const made = new WeakMap<Owner, { result: Result }>();
  return (owner) => {
    const known = made.get(owner);
    if (known !== undefined) return known.result;
    const result = make(owner);
    made.set(owner, { result });
    return result;
  };
}
