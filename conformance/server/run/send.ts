import { type Dispatcher, errors, Pool } from 'undici';
import type { Answer, OutgoingRequest } from '../model.ts';
import { ConnectionError, InternalError } from './errors.ts';

/** What came back: an answer, or why there was none. */
export type Reply = { kind: 'answer'; answer: Answer } | { kind: 'none'; reason: string; retry: boolean };

export interface SenderOptions {
  trackerUrl: string;
  concurrency: number;
  /** Milliseconds to wait for an answer. Default 10 000. */
  timeout?: number;
}

// After so many requests in a row without an answer the target is taken for gone: a failing run must end.
const patience = 40;
const timeoutOnceSilent = 1_000;

/** Sends requests byte for byte over kept-alive connections. */
export class Sender {
  readonly #url: URL;
  readonly #connections: number;
  #pool: Pool;
  #timeout: number;
  #answered = false;
  #silent = 0;
  #keepAlive = true;

  constructor({ trackerUrl, concurrency, timeout = 10_000 }: SenderOptions) {
    this.#url = new URL(trackerUrl);
    this.#connections = concurrency;
    this.#pool = this.#opened();
    this.#timeout = timeout;
  }

  /** @throws ConnectionError when nothing has ever been answered and this request is not either */
  async send(request: OutgoingRequest): Promise<Reply> {
    if (this.#silent >= patience) {
      return { kind: 'none', reason: `not sent: ${patience} requests before it got no answer`, retry: false };
    }
    const keepAlive = this.#keepAlive;
    try {
      const answer = await this.#exchange(request, keepAlive);
      this.#answered = true;
      this.#silent = 0;
      return { kind: 'answer', answer };
    } catch (error) {
      return this.#unanswered(error as Error & { code?: string }, keepAlive);
    }
  }

  async close(): Promise<void> {
    // What is still on its way ends without an answer, and is not sent anew.
    this.#keepAlive = false;
    await this.#pool.destroy();
  }

  async #exchange(request: OutgoingRequest, keepAlive: boolean): Promise<Answer> {
    const { statusCode, headers, body } = await this.#pool.request({
      method: request.method,
      path: pathOf(this.#url, request),
      headers: latin1Headers(request.headers ?? {}),
      body: request.body ?? null,
      headersTimeout: this.#timeout,
      bodyTimeout: this.#timeout,
      reset: !keepAlive,
    });
    return { status: statusCode, headers: joined(headers), body: new Uint8Array(await body.arrayBuffer()) };
  }

  #unanswered(error: Error & { code?: string }, keepAlive: boolean): Reply {
    if (error instanceof errors.InvalidArgumentError) throw new InternalError(`a request cannot be sent: ${error}`);
    const reason = error.message || error.code || String(error);
    if (!this.#answered) throw new ConnectionError(`${this.#url.origin} does not answer: ${reason}`, error);
    this.#silent += 1;
    if (error.name.includes('Timeout')) this.#timeout = Math.min(this.#timeout, timeoutOnceSilent);
    // A server may close an idle connection just as the next request leaves. That is no fault of it, so the case may
    // be sent anew, once: from then on every request has a connection of its own and a loss is the target's.
    const retry = keepAlive && !error.name.includes('Timeout');
    if (retry) this.#endKeepAlive();
    return { kind: 'none', reason, retry };
  }

  /** Other connections of the pool may be closing as well: no request leaves over them any more. */
  #endKeepAlive(): void {
    if (!this.#keepAlive) return;
    this.#keepAlive = false;
    void this.#pool.close();
    this.#pool = this.#opened();
  }

  #opened(): Pool {
    return new Pool(this.#url.origin, { connections: this.#connections, pipelining: 1 });
  }
}

/** The path and query of a request as they go out. */
export function pathOf(tracker: URL, { endpoint, query }: OutgoingRequest): string {
  const path = endpoint === undefined ? tracker.pathname : tracker.pathname.replace(/[^/]*$/, endpoint);
  const full = query === '' ? path : `${path}?${query}`;
  return Buffer.from(full, 'utf8').toString('latin1');
}

/** undici writes latin-1, so UTF-8 text is handed over as its bytes. */
function latin1Headers(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Buffer.from(value, 'utf8').toString('latin1')]),
  );
}

function joined(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
