import type { RecordFacts } from '../facts/records.ts';
import { schemaOfColumn } from '../facts/schemas.ts';
import type { JsonSchema } from '../read/shapes.ts';
import type { Emitter, Source } from './emitter.ts';
import { commentOf, jsonText } from './json.ts';

/** JSON Schema of stored rows as the records door writes them: a list of rows for each record. */
export function recordsSchema(source: Source): JsonSchema {
  const { facts, records } = source;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:beaconform:${facts.protocol}:${facts.version}:records`,
    $comment: commentOf('records-schema', source),
    title: 'Records',
    description: `What a tracker stores for ${facts.title} ${facts.version}: rows by record.`,
    type: 'object',
    properties: Object.fromEntries(
      records.map(({ record }) => [record, { type: 'array', items: { $ref: `#/$defs/${record}` } }]),
    ),
    required: records.map(({ record }) => record),
    additionalProperties: false,
    $defs: Object.fromEntries(records.map((record) => [record.record, rowSchema(record)])),
  };
}

function rowSchema({ description, columns }: RecordFacts): JsonSchema {
  return {
    ...(description === '' ? {} : { description }),
    type: 'object',
    properties: Object.fromEntries(
      columns.map((column) => [column.column, { description: column.description, ...schemaOfColumn(column) }]),
    ),
    required: columns.map(({ column }) => column),
    additionalProperties: false,
  };
}

export const recordsSchemaFile: Emitter = {
  file: 'records.schema.json',
  text: (source) => jsonText(recordsSchema(source)),
};
