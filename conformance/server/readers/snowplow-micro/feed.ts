import { hash } from 'node:crypto';
import { ReadError } from '../reader.ts';

/** How many items a view of Micro holds. */
export type Count = () => Promise<number>;
/** The newest items of a view, newest first, at most `limit`. */
export type Newest = (limit: number) => Promise<readonly unknown[]>;

// A batch of the suite is far smaller; what is older was read when it was new.
const remembered = 5_000;
// Items that may arrive while a page is on its way.
const slack = 100;
const attempts = 10;

/** The items of one view of Micro, which only grows: what is new is fetched, what is known is not asked for again. */
export class Feed<Item> {
  readonly #count: Count;
  readonly #newest: Newest;
  readonly #read: (value: unknown) => Item;
  #known = 0;
  #marks = new Set<string>();
  /** Newest last, the oldest forgotten. */
  items: readonly Item[] = [];

  constructor(count: Count, newest: Newest, read: (value: unknown) => Item) {
    this.#count = count;
    this.#newest = newest;
    this.#read = read;
  }

  /** Leaves out what is there now: it is none of this run's. */
  async skip(): Promise<void> {
    this.#known = await this.#count();
  }

  /** @throws ReadError when items arrive faster than they can be fetched */
  async refresh(): Promise<void> {
    let before = await this.#count();
    // Somebody reset the view: all that it shows now is new.
    if (before < this.#known) this.#known = 0;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (before === this.#known) return;
      const page = await this.#newest(Math.min(before - this.#known + slack, remembered));
      const after = await this.#count();
      if (after - before <= slack) {
        this.#append(page.slice(0, after - this.#known));
        this.#known = before;
        return;
      }
      before = after;
    }
    throw new ReadError(`more than ${slack} events arrive while one page is read: let nothing else send to it`);
  }

  /** A page may overlap the one before it when items arrived meanwhile; whole items are alike only if they are the same. */
  #append(page: readonly unknown[]): void {
    const added = page.toReversed().flatMap((value) => {
      const mark = hash('sha1', JSON.stringify(value));
      if (this.#marks.has(mark)) return [];
      this.#marks.add(mark);
      return [this.#read(value)];
    });
    this.items = [...this.items, ...added].slice(-remembered);
    if (this.#marks.size > 2 * remembered) this.#marks = new Set([...this.#marks].slice(-remembered));
  }
}
