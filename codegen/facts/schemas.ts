import type { Column } from '../model.ts';
import type { JsonSchema, ParameterFile } from '../read/shapes.ts';
import type { Edition } from './edition.ts';

/** Where a parameter's schema points when it is its wire form's: `../../../wire-forms/dimensions.json#/schema`. */
const wireFormReference = /^(?:\.\.\/)+wire-forms\/([a-z0-9-]+)\.json#\/schema$/;

/** JSON Schema of a parameter's decoded text: its wire form's, and beside it what the parameter adds (`enum`). */
export function schemaOfParameter(edition: Edition, { schema }: ParameterFile): JsonSchema {
  const form = wireFormOf(schema);
  return { ...(form === undefined ? {} : edition.wireForms.get(form)?.schema), ...ownKeywords(schema) };
}

/** The wire form a parameter's schema refers to, at its top or in its `allOf`. */
export function wireFormOf(schema: JsonSchema): string | undefined {
  const references = partsOf(schema).flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
  return references.map((reference) => wireFormReference.exec(reference)?.[1]).find((name) => name !== undefined);
}

/** What a parameter's schema says beyond its wire form. */
export function ownKeywords(schema: JsonSchema): JsonSchema {
  return Object.assign({}, ...partsOf(schema).map(({ $ref, ...own }) => own));
}

function partsOf({ allOf, ...rest }: JsonSchema): JsonSchema[] {
  return Array.isArray(allOf) ? [...allOf, rest] : [rest];
}

/** JSON Schema of a column's value as the records door writes it. */
export function schemaOfColumn({ kind, length, nullable }: Column): JsonSchema {
  const { type, ...keywords } = schemaOfKind(kind, length);
  return { type: nullable ? [type, 'null'] : type, ...keywords };
}

function schemaOfKind(kind: Column['kind'], length: number | undefined): JsonSchema {
  switch (kind) {
    case 'integer':
      return { type: 'integer' };
    case 'boolean':
      return { type: 'boolean' };
    case 'decimal':
      return { type: 'string', pattern: '^-?[0-9]+(\\.[0-9]+)?$' };
    case 'text':
      return length === undefined ? { type: 'string' } : { type: 'string', maxLength: length };
    case 'date':
      return { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };
    case 'time':
      return { type: 'string', pattern: '^[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{3})?$' };
    case 'timestamp':
      return { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{3})?$' };
    case 'binary':
      return { type: 'string', pattern: `^([0-9a-f]{2}){0,${length ?? ''}}$` };
    case 'ip':
      return { type: 'string', pattern: '^[0-9a-fA-F.:]+$' };
    case 'json':
      return { type: 'string', contentMediaType: 'application/json' };
  }
}
