import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Problems } from '../problems.ts';
import type { Edition } from './edition.ts';
import { schemaOfParameter } from './schemas.ts';

/** The text a server reads: `+` is a blank, `%41` an A. Undefined when the escapes are no UTF-8. */
export function decodeWire(wire: string): string | undefined {
  try {
    return decodeURIComponent(wire.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** Reports examples that are not of their own parameter's form. */
export function checkExamples(edition: Edition, problems: Problems): void {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
  addFormats.default(ajv);
  for (const { path, content } of edition.parameters) {
    const schema = schemaOfParameter(edition, content);
    for (const { wire } of content['x-examples']) {
      const text = decodeWire(wire);
      if (text === undefined) {
        problems.add(path, `has the example "${wire}", whose escapes are no UTF-8`, 'Percent-encode UTF-8 bytes.');
      } else if (!ajv.validate(schema, text)) {
        const fault = `has the example "${wire}", whose text ${ajv.errorsText(ajv.errors, { dataVar: 'value' })}`;
        problems.add(path, fault, `Change the example, or the schema (${JSON.stringify(schema)}).`);
      }
    }
  }
}
