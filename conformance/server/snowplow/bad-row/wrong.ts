/** Malformed values, and what must not be stored of them. */
import fc, { type Arbitrary } from 'fast-check';
import type { Parameter } from '../../../../generated/model.ts';
import type { ExpectedRecord, StoredValue, Where } from '../../model.ts';
import type { Malformed } from '../../samples/form.ts';
import { malformedSample } from '../../samples/malformed.ts';
import { implemented } from '../draw/groups.ts';
import { facts } from '../protocol.ts';
import { holds } from '../row/cells.ts';
import { eventRow, of } from '../row/rows.ts';

/** A parameter with a text that is not of its wire form. */
export interface Wrong {
  name: string;
  malformed: Malformed;
}

/** A text column would hold the malformed text as well as any other. */
export const checked = implemented.filter(
  (parameter) =>
    parameter.columns.every(({ kind }) => kind !== 'text') && malformedSample(parameter, facts) !== undefined,
);

const wrongs: readonly Arbitrary<Wrong>[] = checked.flatMap((parameter) => {
  const drawn = malformedSample(parameter, facts);
  return drawn === undefined ? [] : [drawn.map((malformed): Wrong => ({ name: parameter.name, malformed }))];
});

/** Every form alike, however many parameters have it. */
export const oneWrong: Arbitrary<Wrong> = fc.oneof(
  ...[...Map.groupBy(wrongs, (_, index) => checked[index]?.wireForm).values()].map((ofForm) => fc.oneof(...ofForm)),
);

/** Several parameters, each once. */
export const severalWrong: Arbitrary<readonly Wrong[]> = fc
  .tuple(fc.tuple(...wrongs), fc.subarray([...wrongs.keys()], { minLength: 2, maxLength: 4 }))
  .map(([all, places]) => places.flatMap((place) => all[place] ?? []));

const ofName = (name: string) => facts.parameters[name] as Parameter;

/** The row of the malformed value, as a server would store it that reads the value like its twin. */
export function asIfValid(application: string, { name, malformed }: Wrong): Where {
  const entries = ofName(name).columns.map(({ column }, index): [string, StoredValue] => {
    const cell = malformed.twin.stored[index];
    if (cell?.kind === 'is') return [column, cell.value];
    return [column, cell?.kind === 'answer' ? (Object.values(cell.answers)[0] ?? null) : null];
  });
  return { ...of(application), ...Object.fromEntries(entries) };
}

/** The ledger allows the event to be stored with the columns NULL. */
export function emptied(application: string, { name }: Wrong): ExpectedRecord {
  const columns = ofName(name).columns.map(
    ({ column }) => [column, holds(null, 'snowplow.bad-row.not-an-event')] as const,
  );
  return {
    ...eventRow('malformed', of(application), 'snowplow.bad-row.not-an-event', Object.fromEntries(columns)),
    optional: { ledger: 'snowplow.malformed-value', stored: 'null', absent: 'bad' },
  };
}
