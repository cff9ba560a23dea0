/** What the spec says of the parameters, made ready for the hit path. */
import type { Facts, Parameter } from '../../generated/model.ts';
import type { Event } from './event.ts';
import type { Form, Place } from './forms/form.ts';
import type { SnowplowParts } from './parts.ts';

interface Field {
  form: Form;
  place: Place;
  columns: readonly string[];
  /** The document's own name for the same columns, which has the first word; read before this one. */
  second: boolean;
}

/** Parameters that fill columns, by name. */
export type Fields = ReadonlyMap<string, Field>;

const precedence = ['implemented', 'proposed', 'observed'];

export function fieldsOf(facts: Facts, parts: SnowplowParts): Fields {
  const fields = new Map<string, Field>();
  const filled = new Set<string>();
  const rank = ({ status }: Parameter) => precedence.indexOf(status);
  for (const parameter of Object.values(facts.parameters).toSorted((one, other) => rank(one) - rank(other))) {
    const columns = parts.columnsOf(parameter);
    if (columns.length === 0) continue;
    const kinds = parameter.columns.map(({ kind }) => kind);
    fields.set(parameter.name, {
      form: formOf(parameter, parts),
      place: { name: parameter.name, kinds, codes: parameter.values ?? [] },
      columns,
      second: columns.some((column) => filled.has(column)),
    });
    for (const column of columns) filled.add(column);
  }
  return fields;
}

function formOf({ name, wireForm }: Parameter, { forms }: SnowplowParts): Form {
  if (Object.hasOwn(forms, wireForm)) return forms[wireForm as keyof typeof forms];
  throw new Error(`parameter ${name} has wire form ${wireForm}, which reference-server/snowplow/forms does not read`);
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
    faults.push(`Field [${place.name}]: ${reading.fault}`);
    return;
  }
  for (const [index, column] of columns.entries()) row[column] ??= reading.values[index] ?? null;
}
