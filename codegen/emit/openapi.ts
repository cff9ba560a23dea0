import { decodeWire } from '../facts/examples.ts';
import { schemaOfParameter } from '../facts/schemas.ts';
import type { JsonSchema, ParameterFile } from '../read/shapes.ts';
import type { Emitter, Source } from './emitter.ts';
import { commentOf, jsonText } from './json.ts';
import { pathsOf } from './openapi-paths.ts';

/** The OpenAPI 3.1 description of an edition. */
export function openapi(source: Source): JsonSchema {
  const { edition, facts } = source;
  const { title, description } = edition;
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: facts.version,
      description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    'x-generated': commentOf('openapi', source),
    servers: [
      {
        url: 'https://{host}/{prefix}',
        description: 'A tracker answers behind any prefix.',
        variables: { host: { default: 'tracker.test' }, prefix: { default: 'analytics' } },
      },
    ],
    tags: [{ name: 'tracking', description: 'Requests that report visits, actions and events.' }],
    security: [],
    paths: pathsOf(source),
    components: {
      parameters: Object.fromEntries(
        edition.parameters.map(({ content }) => [content.name, parameterObject(source, content)]),
      ),
    },
  };
}

/** The parameter file as an OpenAPI Parameter Object: its schema in place, its examples decoded. */
function parameterObject({ edition }: Source, file: ParameterFile): JsonSchema {
  return {
    name: file.name,
    in: file.in,
    required: file.required,
    ...(file.deprecated === true ? { deprecated: true } : {}),
    description: file.description,
    schema: schemaOfParameter(edition, file),
    examples: Object.fromEntries(
      file['x-examples'].map(({ wire }, index) => [`example-${index + 1}`, { value: decodeWire(wire) ?? wire }]),
    ),
    'x-wire-form': file['x-wire-form'],
    'x-columns': file['x-columns'],
    'x-status': file['x-status'],
    'x-source': file['x-source'],
  };
}

export const openapiFile: Emitter = {
  file: 'openapi.json',
  text: (source) => jsonText(openapi(source)),
};
