import type { EditionRoute } from '../facts/routes.ts';
import type { BodyFile, JsonSchema } from '../read/shapes.ts';
import type { Source } from './emitter.ts';
import { bodySchema, plain } from './openapi-bodies.ts';
import { requestSchema } from './request-schema.ts';

/** One path for each route, with the methods it takes. */
export function pathsOf(source: Source): JsonSchema {
  return Object.fromEntries(
    source.edition.routes.map((route) => [
      `/${route.path}`,
      {
        ...placeholders(route),
        ...(route.methods.includes('GET') ? { get: getOperation(source, route) } : {}),
        ...(route.methods.includes('POST') ? { post: postOperation(source, route) } : {}),
      },
    ]),
  );
}

function placeholders({ path }: EditionRoute): JsonSchema {
  const names = [...path.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name);
  if (names.length === 0) return {};
  return {
    parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
  };
}

function getOperation({ edition }: Source, { path, redirects }: EditionRoute): JsonSchema {
  return {
    operationId: operationId('get', path),
    tags: ['tracking'],
    summary: redirects ? 'Report one hit in the query, and go on to an address' : 'Report one hit in the query',
    parameters: edition.parameters.map(({ content }) => ({ $ref: `#/components/parameters/${content.name}` })),
    responses: redirects ? { '302': redirect(), '4XX': refused() } : { '200': pixel(), '4XX': refused() },
  };
}

function postOperation(source: Source, { path, bodies }: EditionRoute): JsonSchema {
  const several = bodies.flatMap((name) => source.edition.bodies.get(name) ?? []);
  const form = bodies.includes('form');
  const own = { 'application/x-www-form-urlencoded': { schema: plain(requestSchema(source)) } };
  const content = several.map((body) => [body.contentType, { schema: bodySchema(source, body) }]);
  return {
    operationId: operationId('post', path),
    tags: ['tracking'],
    summary: summaryOf(form, several),
    description: 'Parameters may stand in the query as well.',
    requestBody: { content: { ...(form ? own : {}), ...Object.fromEntries(content) } },
    responses: { '200': answered(form, several), '4XX': refused() },
  };
}

function summaryOf(form: boolean, several: readonly BodyFile[]): string {
  const parts = [...(form ? ['Report one hit as a form'] : []), ...(several.length > 0 ? ['several as JSON'] : [])];
  return form ? parts.join(', or ') : 'Report several hits as JSON';
}

function answered(form: boolean, several: readonly BodyFile[]): JsonSchema {
  const answers = several.map(({ contentType, answer }) => [
    answer.contentType ?? contentType,
    { schema: answer.schema },
  ]);
  const description = form ? pixel().description : 'The request was read.';
  return { description, content: { ...(form ? pixel().content : {}), ...Object.fromEntries(answers) } };
}

function operationId(method: string, path: string): string {
  return `${method}-${path.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;
}

function pixel(): { description: string; content: JsonSchema } {
  return {
    description: 'The request was read. The answer is a transparent image of one pixel.',
    content: { 'image/gif': { schema: { type: 'string', contentMediaType: 'image/gif' } } },
  };
}

function redirect(): JsonSchema {
  return {
    description: 'The request was read. The answer names the address to go on to.',
    headers: { Location: { schema: { type: 'string' } } },
  };
}

function refused(): JsonSchema {
  return { description: 'The server could not read the request, for example because its URL is too long.' };
}
