/** What the spec says of the parameters, made ready for the hit path. */
import type { Facts, Parameter } from '../../generated/model.ts';
import type { Event } from './event.ts';
import type { Form, Place } from './forms/form.ts';
import type { SnowplowParts } from './parts.ts';

interface Field {
  name: string;
  form: Form;
  place: Place;
  columns: readonly string[];
}

/** Older and newer names of one thing fill the same column: the document's own name has the first word. */
const precedence = ['implemented', 'proposed', 'observed'];

export function fieldsOf(facts: Facts, parts: SnowplowParts): Field[] {
  const filling = Object.values(facts.parameters).filter(({ columns }) => columns.length > 0);
  const rank = ({ status }: Parameter) => precedence.indexOf(status);
  return filling
    .toSorted((one, other) => rank(one) - rank(other))
    .map((parameter) => ({
      name: parameter.name,
      form: formOf(parameter, parts),
      place: {
        name: parameter.name,
        kinds: parameter.columns.map(({ kind }) => kind),
        codes: parameter.values ?? [],
      },
      columns: parts.columnsOf(parameter),
    }));
}

function formOf({ name, wireForm }: Parameter, { forms }: SnowplowParts): Form {
  if (Object.hasOwn(forms, wireForm)) return forms[wireForm as keyof typeof forms];
  throw new Error(`parameter ${name} has wire form ${wireForm}, which reference-server/snowplow/forms does not read`);
}

/** Reads every parameter into its columns; the order in which they were sent plays no part. */
export function readFields(fields: readonly Field[], { values, row, faults }: Event): void {
  for (const field of fields) {
    const text = values.get(field.name);
    if (text === undefined) continue;
    const reading = field.form(text, field.place);
    if ('fault' in reading) faults.push(`Field [${field.name}]: ${reading.fault}`);
    else {
      field.columns.forEach((column, index) => {
        row[column] ??= reading.values[index] ?? null;
      });
    }
  }
}
