import type { Edition } from '../facts/edition.ts';
import { schemaOfParameter } from '../facts/schemas.ts';
import type { JsonSchema, ParameterFile } from '../read/shapes.ts';
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
      parameters.filter((file) => file['x-names'] === undefined).map((file) => [file.name, propertyOf(edition, file)]),
    ),
    ...familiesOf(edition, parameters),
    required: parameters.filter((file) => file['x-level'] === 'required').map(({ name }) => name),
    // Clients send names the documents do not know, and trackers ignore them.
    additionalProperties: { type: 'string' },
  };
}

function propertyOf(edition: Edition, file: ParameterFile): JsonSchema {
  return { description: file.description, ...schemaOfParameter(edition, file), ...deprecated(file) };
}

/** Names of a family are told by their pattern; an edition without families has no such keyword. */
function familiesOf(edition: Edition, parameters: readonly ParameterFile[]): JsonSchema {
  const families = parameters.flatMap((file) => {
    const names = file['x-names'];
    return names === undefined ? [] : [[names, propertyOf(edition, file)]];
  });
  return families.length === 0 ? {} : { patternProperties: Object.fromEntries(families) };
}

function deprecated({ deprecated }: { deprecated?: boolean }): JsonSchema {
  return deprecated === true ? { deprecated } : {};
}

export const requestSchemaFile: Emitter = {
  file: 'request.schema.json',
  text: (source) => jsonText(requestSchema(source)),
};
