/** Indexes that only questions need are made at the first question that can use them. */
import { ifAbsent } from '../storage/migrate.ts';
import { quoted, type Store } from '../storage/store.ts';
import type { Question } from './question.ts';

/** Makes the indexes among these that begin with a column the question filters; those that are there cost nothing. */
export function makeIndexes(store: Store, statements: readonly string[], { filters }: Question): void {
  for (const statement of statements) {
    const first = filters.find(({ column }) => statement.includes(`(${quoted(column)}`));
    if (first !== undefined) store.prepare(ifAbsent(statement)).run();
  }
}
