import type { BodyFile, JsonSchema } from '../read/shapes.ts';
import type { Source } from './emitter.ts';
import { requestSchema } from './request-schema.ts';

/** JSON Schema of a body that carries several hits. */
export function bodySchema(source: Source, body: BodyFile): JsonSchema {
  return withHits(body.schema, () => hitSchema(source, body)) as JsonSchema;
}

/** A schema inside another document has no identity of its own. */
export function plain({ $schema, $id, $comment, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

/** One hit of a batch: the names that count there, all of them known, and what it must hold. */
function hitSchema(source: Source, { hit = { required: [] } }: BodyFile): JsonSchema {
  const { properties, ...schema } = plain(requestSchema(source));
  const queryOnly = new Set(queryOnlyNames(source));
  const own = Object.entries(properties as JsonSchema).filter(([name]) => !queryOnly.has(name));
  return {
    ...schema,
    properties: Object.fromEntries(own),
    required: [...new Set([...(schema.required as string[]), ...hit.required])],
    additionalProperties: false,
  };
}

/** Parameters that servers read in a query and refuse in a batch. */
export function queryOnlyNames({ facts }: Source): string[] {
  return Object.values(facts.parameters).flatMap(({ name, queryOnly }) => (queryOnly ? [name] : []));
}

function withHits(value: unknown, hit: () => JsonSchema): unknown {
  if (Array.isArray(value)) return value.map((item) => withHits(item, hit));
  if (typeof value !== 'object' || value === null) return value;
  if ((value as JsonSchema).$ref === '#/hit') return hit();
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withHits(item, hit)]));
}
