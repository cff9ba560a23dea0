import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Replica } from './replica.ts';
import { type Exchange, isDoor, type Passed, type Variation } from './variation.ts';

/** The reference server as it would be with a variation. */
export class VaryingProxy {
  readonly #variation: Variation;
  readonly #target: URL;
  readonly #replica: Replica | undefined;
  readonly #server: Server;
  #number = 0;
  /** Answers that went back. */
  seen = 0;
  /** Those that were not as the server gave them, or whose storing was put off. */
  changed = 0;

  constructor(variation: Variation, target: string, replica?: Replica) {
    this.#variation = variation;
    this.#target = new URL(target);
    this.#replica = replica;
    this.#server = createServer((incoming, outgoing) => {
      // The suite may end before its last answers have come.
      this.#pass(incoming, outgoing).catch(() => outgoing.destroy());
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = incoming;
    const number = this.#number++;
    const body = await bytesOf(incoming);
    const answer = await this.#ask({ method, path, headers: incoming.headers, body });
    const exchange = { method, path, number, answer };
    const passed = this.#variation.answer?.(exchange) ?? answer;
    this.seen += 1;
    if (this.#follows(exchange, incoming, body) || !isDeepStrictEqual(passed, answer)) this.changed += 1;
    await give(passed, outgoing);
  }

  async #ask({ method, path, headers, body }: Asked): Promise<Passed> {
    const changed = this.#variation.ask?.(path) ?? path;
    const { hostname, port } =
      this.#replica && path.startsWith('/records/') ? new URL(this.#replica.url) : this.#target;
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request({ hostname, port, path: changed, method, headers }, resolve);
      asked.on('error', reject).end(body);
    });
    return { status: incoming.statusCode ?? 502, headers: kept(incoming), body: await bytesOf(incoming) };
  }

  /** Hands a hit on to the replica; who had no cookie is known there by the one just given. */
  #follows(exchange: Exchange, { headers }: IncomingMessage, body: Buffer): boolean {
    if (!this.#replica || isDoor(exchange)) return false;
    const { method, path, answer } = exchange;
    const [given] = [answer.headers['set-cookie'] ?? []].flat();
    const cookie = headers.cookie ?? given?.split(';')[0];
    const known = cookie === undefined ? headers : { ...headers, cookie };
    this.#replica.follow({ method, path, headers: known, body, at: performance.now() });
    return true;
  }
}

interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** What belongs to the connection to the server is no matter of the suite. */
function kept({ headers }: IncomingMessage): Passed['headers'] {
  const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...others } = headers;
  return others;
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await message.toArray());
}

async function give({ status, headers, body, holdMs, close }: Passed, outgoing: ServerResponse): Promise<void> {
  if (holdMs) await delay(holdMs);
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) outgoing.setHeader(name, value);
  if (!outgoing.req.method?.startsWith('HEAD')) outgoing.setHeader('content-length', body.length);
  if (close === 'told') outgoing.setHeader('connection', 'close');
  outgoing.writeHead(status);
  const { socket } = outgoing;
  outgoing.end(body, () => {
    if (close === 'untold') socket?.end();
  });
}
