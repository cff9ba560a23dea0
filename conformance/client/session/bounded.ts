/**
 * A text without the longer one it was cut from: engines keep that whole, here a chunk of the recording for each visitor.
 */
export function ownText(text: string): string {
  return text.split('').join('');
}

/** A map that keeps the entries used last: the state of a judge must not grow with its recording. */
export class Bounded<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #limit: number;
  /** Entries that had to go. */
  dropped = 0;

  /** @param limit entries kept, at least 1 */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#limit) return;
    const [oldest] = this.#entries.keys();
    this.#entries.delete(oldest as string);
    this.dropped += 1;
  }
}
