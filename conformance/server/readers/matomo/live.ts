import { type HttpJson, StrangeAnswer } from '../http-json.ts';
import type { Visit } from './answer.ts';

/** Visitors of one question: a longer list makes a query that some databases take long over. */
const visitorsAtOnce = 40;
/** Hits of the suite lie in the last 20 days and may reach into the day before and after. */
const days = 22;
const daySeconds = 86_400;
const newestVisits = 2_000;

const method = 'Live.getLastVisitsDetails';

/** The reporting API of a Matomo. The token travels in the body, so that no access log has it. */
export class Live {
  readonly #http: HttpJson;
  readonly #path: string;
  readonly #token: string;

  constructor(http: HttpJson, base: string, token: string) {
    this.#http = http;
    this.#path = `${base}index.php`;
    this.#token = token;
  }

  /** One visit of any site; shows whether the door opens to this token. */
  async first(): Promise<void> {
    await this.#visits({ filter_limit: '1', doNotFetchActions: '1' });
  }

  /** All visits of these visitors: ids of 16 hexadecimal digits. */
  async visitsOf(visitors: readonly string[]): Promise<Visit[]> {
    const groups = Array.from({ length: Math.ceil(visitors.length / visitorsAtOnce) }, (_, index) =>
      visitors.slice(index * visitorsAtOnce, (index + 1) * visitorsAtOnce),
    );
    const pages = groups.map((group) => {
      const segment = group.map((visitor) => `visitorId==${visitor.toLowerCase()}`).join(',');
      return this.#visits({ segment, filter_limit: '-1' });
    });
    return (await Promise.all(pages)).flat();
  }

  /** The newest visits of the days that hits are sent for. */
  newest(now = Date.now()): Promise<Visit[]> {
    const day = (offset: number) => new Date(now + offset * daySeconds * 1000).toISOString().slice(0, 10);
    const range = { period: 'range', date: `${day(-days)},${day(1)}` };
    return this.#visits({ ...range, filter_limit: String(newestVisits) });
  }

  async #visits(options: Readonly<Record<string, string>>): Promise<Visit[]> {
    const question = { module: 'API', method, format: 'json', idSite: 'all', ...options, token_auth: this.#token };
    const answer = await this.#http.ask({
      method: 'POST',
      path: this.#path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(question).toString(),
      shown: `POST ${this.#path} (${method})`,
    });
    if (Array.isArray(answer)) return answer as Visit[];
    const { message } = (answer ?? {}) as { message?: unknown };
    // Matomo answers 200 also when it refuses; a list is the only right answer.
    if (message !== undefined)
      throw new StrangeAnswer(403, `Matomo refuses ${method}: ${this.#http.withoutToken(String(message))}`);
    throw new StrangeAnswer(200, `POST ${this.#path} (${method}) answered 200 without a list of visits`);
  }
}
