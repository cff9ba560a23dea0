/** What the spec says of the parameters, made ready for the hit path. */
import type { Facts, Parameter } from '../../generated/model.ts';
import type { WireFormName } from '../../generated/snowplow/2014-01/facts.ts';
import type { Event } from './event.ts';
import type { Form, Place } from './forms/form.ts';
import type { SnowplowParts } from './parts.ts';

interface Field {
  form: Form;
  place: Place;
  columns: readonly string[];
  /** Another name for the same columns has the first word, and is read before this one. */
  second: boolean;
}

/** Parameters that fill columns, by name. */
export type Fields = ReadonlyMap<string, Field>;

/** Names of the document go before those that only clients know. */
const rank = ({ status }: Parameter): number => Number(status === 'observed');

export function fieldsOf(facts: Facts, parts: SnowplowParts): Fields {
  const fields = new Map<string, Field>();
  const filled = new Set<string>();
  for (const parameter of Object.values(facts.parameters).toSorted((one, other) => rank(one) - rank(other))) {
    const columns = parts.columnsOf(parameter);
    const [first] = columns;
    if (first === undefined) continue;
    fields.set(parameter.name, {
      form: parts.forms[parameter.wireForm as WireFormName],
      place: {
        name: parameter.name,
        kinds: parameter.columns.map(({ kind }) => kind),
        codes: new Set(parameter.values),
      },
      columns,
      second: filled.has(first),
    });
    // Two names for one column are two for all columns of either.
    filled.add(first);
  }
  return fields;
}

/** Reads every parameter into its columns; the order in which they were sent plays no part. */
export function readFields(fields: Fields, event: Event): void {
  let seconds: [Field, string][] | undefined;
  for (const [name, text] of event.values) {
    const field = fields.get(name);
    if (field === undefined) continue;
    if (!field.second) readField(field, text, event);
    else {
      seconds ??= [];
      seconds.push([field, text]);
    }
  }
  if (seconds !== undefined) for (const [field, text] of seconds) readField(field, text, event);
}

function readField({ form, place, columns }: Field, text: string, { row, faults }: Event): void {
  const reading = form(text, place);
  if ('fault' in reading) {
    faults.push(fieldFault(place.name, reading.fault));
    return;
  }
  for (const [index, column] of columns.entries()) row[column] ??= reading.values[index] ?? null;
}

function fieldFault(name: string, fault: string): string {
  return `Field [${name}]: ${fault}`;
}
