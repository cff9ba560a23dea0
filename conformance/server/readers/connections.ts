import { errors, Pool } from 'undici';
import { ReadError } from './reader.ts';

/** Milliseconds to wait for an answer. */
const timeout = 10_000;

export interface Question {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string | null;
}

/** Kept-alive connections to what shows stored records. Questions change nothing, so one may be asked again. */
export class Connections {
  readonly #origin: string;
  #pool: Pool;
  #keepAlive = true;

  constructor(origin: string) {
    this.#origin = origin;
    this.#pool = opened(origin);
  }

  /** @throws ReadError without an answer */
  async ask(question: Question): Promise<{ status: number; text: string }> {
    const keptAlive = this.#keepAlive;
    try {
      return await this.#send(question, keptAlive);
    } catch (error) {
      // A server may close a connection that is kept alive just as the next question leaves. From then on every
      // question has a connection of its own.
      if (!keptAlive || !closedByServer(error)) throw unread(error);
      this.#endKeepAlive();
      return await this.#send(question, false).catch((again) => {
        throw unread(again);
      });
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  /** Other connections of the pool may be closing as well: none of them is asked again. */
  #endKeepAlive(): void {
    if (!this.#keepAlive) return;
    this.#keepAlive = false;
    void this.#pool.close();
    this.#pool = opened(this.#origin);
  }

  async #send({ method, path, headers = {}, body = null }: Question, keepAlive: boolean) {
    const answer = await this.#pool.request({ method, path, headers, body, reset: !keepAlive });
    return { status: answer.statusCode, text: await answer.body.text() };
  }
}

function opened(origin: string): Pool {
  return new Pool(origin, { connections: 4, pipelining: 1, headersTimeout: timeout, bodyTimeout: timeout });
}

function closedByServer(error: unknown): boolean {
  return error instanceof errors.SocketError || (error as { code?: string }).code === 'ECONNRESET';
}

function unread(error: unknown): ReadError {
  const { message, code } = error as { message?: string; code?: string };
  return new ReadError(`what is stored cannot be read back: ${message || code}`);
}
