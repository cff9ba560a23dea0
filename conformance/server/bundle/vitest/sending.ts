import type { BundledCase, RequestTemplate } from '../bundled-case.ts';
import { filled, type SlotValues } from '../template.ts';
import { string, text } from './quote.ts';

/** The function by which a test sends; fetch where it sends what it is given, else the plain client of Node. */
export function sendingFunction({ requests }: BundledCase): string {
  return requests.every(fetchable) ? byFetch : byHttp;
}

export function sendLine({ method, endpoint, query, headers, body }: RequestTemplate): string {
  const path = endpoint === undefined ? '' : `, endpoint: ${string(endpoint)}`;
  const given = headers.map(([name, value]) => `${string(name)}: ${text(value)}`).join(', ');
  const sent = body === undefined ? '' : `, body: ${text(body)}`;
  return `await send({ method: ${string(method)}${path}, query: ${text(query)}, headers: { ${given} }${sent} })`;
}

const noValues: SlotValues = new Map();

/** fetch writes some characters of an address otherwise, and sends no body with GET and HEAD. */
function fetchable({ method, query, body }: RequestTemplate): boolean {
  const sent = `http://host/?${filled(query, noValues)}`;
  return URL.parse(sent)?.href === sent && (body === undefined || method === 'POST');
}

const head = `interface Sent {
  method: string;
  endpoint?: string;
  query: string;
  headers: Record<string, string>;
  body?: string;
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

function address({ endpoint, query }: Sent): string {
  const base = endpoint === undefined ? tracker : tracker.replace(/[^/]*$/, endpoint);
  return query === "" ? base : \`\${base}?\${query}\`;
}
`;

const byFetch = `${head}
async function send(sent: Sent): Promise<Answer> {
  // fetch would send a language and a user agent of its own.
  const headers = { "accept-language": "", "user-agent": "", ...sent.headers };
  const init = { method: sent.method, headers, redirect: "manual" as const };
  const answer = await fetch(address(sent), sent.body === undefined ? init : { ...init, body: Buffer.from(sent.body) });
  const body = Buffer.from(await answer.arrayBuffer()).toString("latin1");
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body };
}
`;

const byHttp = `${head}
/** Byte for byte: fetch would write this request otherwise. */
function send(sent: Sent): Promise<Answer> {
  const { origin } = new URL(tracker);
  const path = Buffer.from(address(sent).slice(origin.length), "utf8").toString("latin1");
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path, method: sent.method, headers: sent.headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
      const body = Buffer.concat(chunks).toString("latin1");
      resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(headers), body });
    });
    outgoing.on("error", reject);
    outgoing.end(sent.body);
  });
}
`;

export function needsHttp({ requests }: BundledCase): boolean {
  return !requests.every(fetchable);
}
