import type { StoredValue } from '../model.ts';
import { Connections } from './connections.ts';
import { type Probe, ReadError, type ReaderOptions, type Row } from './reader.ts';

/** Any of these values, for each column. */
export type Filter = Readonly<Record<string, readonly StoredValue[]>>;

interface Page {
  records: Row[];
  next?: string | number;
}

// Servers refuse request lines of some 8 KB.
const longestQuery = 6_000;

/** The records door over HTTP: `GET records/<protocol>/<record>?column=value…`, a repeated column meaning any of these. */
export class RecordsDoor {
  readonly #connections: Connections;
  readonly #base: string;
  readonly #headers: Record<string, string>;
  readonly #first: string;

  constructor({ url, token, facts }: ReaderOptions) {
    const { origin, pathname } = new URL(url);
    this.#connections = new Connections(origin);
    this.#base = `${pathname}records/${facts.protocol}/`;
    this.#first = Object.keys(facts.records)[0] ?? '';
    this.#headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  async probe(): Promise<Probe> {
    try {
      await this.#page(this.#first, '_limit=1');
      return { door: 'open' };
    } catch (error) {
      if (error instanceof StrangeAnswer)
        return { door: error.status === 200 ? 'strange' : 'closed', reason: error.message, refused: false };
      return { door: 'closed', reason: (error as Error).message, refused: true };
    }
  }

  /** All rows that have one of the values in each column; the first column may have many values. */
  async rows(record: string, filter: Filter): Promise<Row[]> {
    const pages = chunks(filter).map((query) => this.#all(record, query));
    return (await Promise.all(pages)).flat();
  }

  async close(): Promise<void> {
    await this.#connections.close();
  }

  async #all(record: string, query: string): Promise<Row[]> {
    const rows: Row[] = [];
    let after = '';
    for (;;) {
      const { records, next } = await this.#page(record, query + after);
      rows.push(...records);
      if (next === undefined) return rows;
      after = `&_after=${encodeURIComponent(next)}`;
    }
  }

  async #page(record: string, query: string): Promise<Page> {
    const path = `${this.#base}${record}?${query}`;
    const answer = await this.#connections.ask({ method: 'GET', path, headers: this.#headers });
    if (answer.status !== 200)
      throw new StrangeAnswer(answer.status, `GET ${path.slice(0, 120)} answered ${answer.status}`);
    const page = parsed(answer.text);
    if (!page) throw new StrangeAnswer(200, `GET ${path.slice(0, 120)} answered 200 without {"records": […]}`);
    return page;
  }
}

class StrangeAnswer extends ReadError {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

function parsed(text: string): Page | undefined {
  try {
    const page = JSON.parse(text) as Page;
    return Array.isArray(page?.records) ? page : undefined;
  } catch {
    return undefined;
  }
}

/** The queries of a filter: the values of its longest column are spread over as many as their length asks for. */
function chunks(filter: Filter): string[] {
  const terms = Object.entries(filter).map(([column, values]) =>
    values.map((value) => `${encodeURIComponent(column)}=${encodeURIComponent(String(value))}`),
  );
  terms.sort((a, b) => b.length - a.length);
  const [many = [], ...others] = terms;
  const fixed = others.flat().join('&');
  const queries: string[] = [];
  let query = fixed;
  for (const term of many) {
    if (query !== fixed && query.length + term.length > longestQuery) {
      queries.push(query);
      query = fixed;
    }
    query += query === '' ? term : `&${term}`;
  }
  return query === '' ? queries : [...queries, query];
}
