import type { JsonSchema } from '../read/shapes.ts';
import type { Source } from './emitter.ts';
import { requestSchema } from './request-schema.ts';

/** One path for each endpoint, with the methods the edition's transport has. */
export function pathsOf(source: Source): JsonSchema {
  const { edition, facts } = source;
  const { methods } = edition.transport;
  return Object.fromEntries(
    facts.endpoints.map((endpoint) => [
      `/${endpoint}`,
      {
        ...(methods.includes('GET') ? { get: getOperation(source, endpoint) } : {}),
        ...(methods.includes('POST') ? { post: postOperation(source, endpoint) } : {}),
      },
    ]),
  );
}

function getOperation({ edition }: Source, endpoint: string): JsonSchema {
  return {
    operationId: operationId('get', endpoint),
    tags: ['tracking'],
    summary: 'Report one hit in the query',
    parameters: edition.parameters.map(({ content }) => ({ $ref: `#/components/parameters/${content.name}` })),
    responses: { '200': pixel(), '4XX': refused() },
  };
}

function postOperation(source: Source, endpoint: string): JsonSchema {
  const { bulk } = source.edition.transport;
  const form = { 'application/x-www-form-urlencoded': { schema: plain(requestSchema(source)) } };
  return {
    operationId: operationId('post', endpoint),
    tags: ['tracking'],
    summary: bulk ? 'Report one hit as a form, or several as JSON' : 'Report one hit as a form',
    description: 'Parameters may stand in the query as well.',
    requestBody: { content: bulk ? { ...form, 'application/json': { schema: bulkBody() } } : form },
    responses: {
      '200': bulk ? { ...pixel(), content: { ...pixel().content, ...bulkAnswer() } } : pixel(),
      '4XX': refused(),
    },
  };
}

/** A schema inside another document has no identity of its own. */
function plain({ $schema, $id, $comment, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function operationId(method: string, endpoint: string): string {
  return `${method}-${endpoint.replace(/[^A-Za-z0-9]+/g, '-')}`;
}

function pixel(): { description: string; content: JsonSchema } {
  return {
    description: 'The request was read. The answer is a transparent image of one pixel.',
    content: { 'image/gif': { schema: { type: 'string', contentMediaType: 'image/gif' } } },
  };
}

function refused(): JsonSchema {
  return { description: 'The server could not read the request, for example because its URL is too long.' };
}

function bulkBody(): JsonSchema {
  return {
    description: 'Several hits, tracked in the order in which they stand.',
    type: 'object',
    required: ['requests'],
    properties: {
      requests: {
        type: 'array',
        items: {
          oneOf: [
            { description: 'A query with its question mark, or a URL with a query.', type: 'string', pattern: '\\?' },
            { description: 'Parameter names to values.', type: 'object', additionalProperties: true },
          ],
        },
      },
      token_auth: { description: 'Token that authenticates all hits.', type: 'string' },
    },
  };
}

function bulkAnswer(): JsonSchema {
  return {
    'application/json': {
      schema: {
        type: 'object',
        required: ['status', 'tracked'],
        properties: {
          status: { enum: ['success', 'error'] },
          tracked: { description: 'Hits read before the first that failed.', type: 'integer', minimum: 0 },
          message: { description: 'Why the rest was not tracked.', type: 'string' },
        },
      },
    },
  };
}
