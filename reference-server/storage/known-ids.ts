/** Numbers of rows that were found once, so that they need not be looked for again. */
import { rememberingOf } from '../memory.ts';
import type { Store } from './store.ts';

/** Texts whose numbers are remembered, and the longest of them: nobody shall fill the memory. */
const mostKnown = 5000;
const longest = 400;

const memoryOf = rememberingOf((_store: Store) => ({ rollbacks: 0, ids: new Map<string, number>() }));

/** The number that goes by this key in a store, else what `find` finds there. */
export function knownId(store: Store, key: string, find: () => number | undefined): number | undefined {
  const memory = memoryOf(store);
  // What was found may have been rolled back since.
  if (memory.rollbacks !== store.rollbacks || memory.ids.size >= mostKnown) memory.ids.clear();
  memory.rollbacks = store.rollbacks;
  const known = memory.ids.get(key) ?? find();
  if (known !== undefined && key.length <= longest) memory.ids.set(key, known);
  return known;
}
