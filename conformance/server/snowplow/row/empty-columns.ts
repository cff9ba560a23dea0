/** Columns that stay NULL since no parameter of theirs was sent. */
import type { ExpectedColumn } from '../../model.ts';
import { facts } from '../protocol.ts';
import type { Pairs } from '../request/hit.ts';
import { holds } from './cells.ts';

/** The collector fills these by itself when the client does not: with the address it sees and with its cookie. */
const FILLED_OTHERWISE = new Set(['ip', 'nuid']);

/** What the columns of all other parameters than those sent must hold. */
export function emptyColumns(sent: Pairs): Readonly<Record<string, ExpectedColumn>> {
  const names = new Set(sent.map(([name]) => name));
  const columnsOf = (own: (name: string) => boolean): string[] =>
    Object.values(facts.parameters)
      .filter(({ name }) => own(name))
      .flatMap(({ columns }) => columns.map(({ column }) => column));
  const filled = new Set(columnsOf((name) => names.has(name) || FILLED_OTHERWISE.has(name)));
  const empty = columnsOf(() => true).filter((column) => !filled.has(column));
  return Object.fromEntries(empty.map((column) => [column, holds(null, 'snowplow.storage.absent')]));
}
