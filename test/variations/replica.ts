import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** A request as it reached the server that answers. */
export interface Written {
  method: string;
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
  /** When it was answered: `performance.now()`. */
  at: number;
}

/** A second server that gets every request later, one by one: what it stored is what the first had stored before. */
export class Replica {
  readonly url: string;
  readonly #lagMs: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #last: Promise<void> = Promise.resolve();

  constructor(url: string, lagMs: number) {
    this.url = url;
    this.#lagMs = lagMs;
  }

  follow(written: Written): void {
    this.#last = this.#last.then(async () => {
      const wait = written.at + this.#lagMs - performance.now();
      if (wait > 0) await delay(wait);
      await this.#send(written);
    });
  }

  /** Ends when everything followed has arrived. */
  async close(): Promise<void> {
    await this.#last;
    this.#agent.destroy();
  }

  #send({ method, path, headers, body }: Written): Promise<void> {
    const { hostname, port } = new URL(this.url);
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, path, method, headers, agent: this.#agent }, (answer) => {
        answer.resume().on('end', resolve);
      });
      sent.on('error', reject).end(body);
    });
  }
}
