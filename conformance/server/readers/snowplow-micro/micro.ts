import { type HttpJson, StrangeAnswer } from '../http-json.ts';
import { parseExact } from './exact-json.ts';

export interface Counts {
  good: number;
  bad: number;
}

/** The routes of Snowplow Micro, which stand at the root of the server whatever the collector's path. */
export class Micro {
  readonly #http: HttpJson;
  readonly #base: string;
  readonly #headers: Record<string, string>;

  constructor(http: HttpJson, base: string, token: string | undefined) {
    this.#http = http;
    // A tracker URL of today ends in `com.snowplowanalytics.snowplow/tp2`.
    this.#base = `${base.replace(/com\.snowplowanalytics\.snowplow\/$/, '')}micro/`;
    this.#headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  async counts(): Promise<Counts> {
    const path = `${this.#base}all`;
    const answer = (await this.#http.ask({ method: 'GET', path, headers: this.#headers })) as Partial<Counts> | null;
    const { good, bad } = answer ?? {};
    if (typeof good !== 'number' || typeof bad !== 'number')
      throw new StrangeAnswer(200, `GET ${path} answered 200 without {"total", "good", "bad"}`);
    return { good, bad };
  }

  /** The newest events of a view, newest first; numbers keep their notation. */
  async newest(view: 'good' | 'bad', limit: number): Promise<readonly unknown[]> {
    const headers = { ...this.#headers, 'content-type': 'application/json' };
    const path = `${this.#base}${view}`;
    const question = { method: 'POST' as const, path, headers, body: JSON.stringify({ limit }) };
    const answer = await this.#http.ask(question, parseExact);
    if (!Array.isArray(answer)) throw new StrangeAnswer(200, `POST ${path} answered 200 without a list`);
    return answer;
  }
}
