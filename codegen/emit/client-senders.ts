import type { BodyFile, JsonSchema } from '../read/shapes.ts';
import type { Source } from './emitter.ts';
import { queryOnlyNames } from './openapi-bodies.ts';

/** A function of the client that sends a body, and the file of `codegen/client/` that it needs. */
export interface Sender {
  file: string;
  text: string;
}

/** What the bodies of an edition let its client do beside GET. */
export function sendersOf(source: Source): Sender[] {
  const { routes, bodies } = source.edition;
  const form = routes.some((route) => route.bodies.includes('form'));
  return [
    ...(form ? [{ file: 'send-form', text: postFunction }] : []),
    ...[...bodies.values()].map((body) => (body.kind === 'bulk' ? bulkSender(body) : batchSender(source, body))),
  ];
}

const postFunction = `/** Sends a hit by POST, for hits that are too long for a URL. */
export async function post(tracker: Tracker, hit: Hit): Promise<Sent> {
  return sendForm(tracker, query(hit));
}
`;

/** What `BulkSent` in `codegen/client/send-bulk.ts` knows of the answer. */
const knownAnswer = new Set(['status', 'tracked', 'message']);

function bulkSender({ answer }: BodyFile): Sender {
  const all = Object.entries((answer.schema.properties ?? {}) as Record<string, JsonSchema>);
  const more = all.filter(([name]) => !knownAnswer.has(name));
  const type = more.length === 0 ? 'BulkSent' : 'BulkAnswered';
  return {
    file: 'send-bulk',
    text: `${more.length === 0 ? '' : answerInterface(more)}/** Sends several hits in one request; they are tracked in their order. \`token\` authenticates all of them. */
export async function bulk(tracker: Tracker, hits: readonly Hit[], token?: string): Promise<${type}> {
  return sendBulk(tracker, hits.map(query), token);
}
`,
  };
}

function answerInterface(properties: readonly [string, JsonSchema][]): string {
  const fields = properties.map(([name, { type, description }]) => {
    return `    /** ${description} */\n    ${name}?: ${type === 'array' ? 'readonly number[]' : 'number'};`;
  });
  return `/** How this tracker answers several hits. */
export interface BulkAnswered extends BulkSent {
  answer: BulkSent['answer'] & {
${fields.join('\n')}
  };
}

`;
}

function batchSender(source: Source, { schema, hit }: BodyFile): Sender {
  const queryOnly = queryOnlyNames(source);
  const union = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(' | ') || 'never';
  return {
    file: 'send-batch',
    text: `/** A hit of a batch: some fields must be there, and those that servers read in a query only may not. */
export type BatchHit = Omit<Hit, ${union(queryOnly)}> & {
  [Name in ${union(hit?.required ?? [])}]: NonNullable<Hit[Name]>;
};

/** Sends several hits in one POST request. A tracker of another origin must allow a page to send JSON (CORS). */
export async function batch(tracker: Tracker, hits: readonly BatchHit[]): Promise<Sent> {
  return sendBatch(tracker, hits.map(texts), ${JSON.stringify(queryOnly)}, (list) => (${envelopeOf(schema)}));
}
`,
  };
}

/** The body around the list of hits: what its schema gives a default is written as such. */
function envelopeOf({ properties }: JsonSchema): string {
  const parts = Object.entries(properties as Record<string, JsonSchema>).map(([name, schema]) =>
    JSON.stringify(schema).includes('"#/hit"') ? `${name}: list` : `${name}: ${JSON.stringify(schema.default)}`,
  );
  return `{ ${parts.join(', ')} }`;
}
