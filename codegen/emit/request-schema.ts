import { schemaOfParameter } from '../facts/schemas.ts';
import type { JsonSchema } from '../read/shapes.ts';
import type { Emitter, Source } from './emitter.ts';
import { commentOf, jsonText } from './json.ts';

/** JSON Schema of one tracking request: an object from parameter name to its decoded text. */
export function requestSchema(source: Source): JsonSchema {
  const { edition, facts } = source;
  const parameters = edition.parameters.map(({ content }) => content);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:beaconform:${facts.protocol}:${facts.version}:request`,
    $comment: commentOf('request-schema', source),
    title: 'TrackingRequest',
    description: `One tracking request of ${facts.title} ${facts.version}: parameter names to their decoded text.`,
    type: 'object',
    properties: Object.fromEntries(
      parameters.map((file) => [
        file.name,
        { description: file.description, ...schemaOfParameter(edition, file), ...deprecated(file) },
      ]),
    ),
    required: parameters.filter((file) => file['x-level'] === 'required').map(({ name }) => name),
    // Clients send names the documents do not know, and trackers ignore them.
    additionalProperties: { type: 'string' },
  };
}

function deprecated({ deprecated }: { deprecated?: boolean }): JsonSchema {
  return deprecated === true ? { deprecated } : {};
}

export const requestSchemaFile: Emitter = {
  file: 'request.schema.json',
  text: (source) => jsonText(requestSchema(source)),
};
