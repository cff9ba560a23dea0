import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One stored event of the fake protocol. */
export type FakeRow = Record<string, string | number | boolean | null>;

/** What a fake tracker does with a hit; the default is right. */
export interface Behaviour {
  /** Rows to store; called with the right rows. */
  store?(rows: FakeRow[], hit: URLSearchParams, count: number): FakeRow[];
  /** Milliseconds after which a row can be read. */
  lateness?: number;
  status?(count: number): number;
  /** Ends the connection instead of answering. */
  reset?(count: number): boolean;
  /** Closes the connection after each answer without saying so. */
  closing?: boolean;
}

export interface FakeTracker {
  url: string;
  /** Raw paths with their queries, in the order of arrival. */
  hits: string[];
  rows: { row: FakeRow; visibleAt: number }[];
  close(): Promise<void>;
}

/** A tracker with a records door, in memory. */
export async function startFake(behaviour: Behaviour = {}): Promise<FakeTracker> {
  const hits: string[] = [];
  const rows: FakeTracker['rows'] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://fake');
    if (url.pathname.startsWith('/records/')) answerRecords(url, rows, response);
    else hit(request, response);
  });
  const hit = (request: IncomingMessage, response: ServerResponse) => {
    hits.push(request.url ?? '');
    const count = hits.length;
    if (behaviour.reset?.(count)) return void request.socket.resetAndDestroy();
    const query = new URL(request.url ?? '', 'http://fake').searchParams;
    const stored = behaviour.store?.(rightRows(query, rows), query, count) ?? rightRows(query, rows);
    const visibleAt = performance.now() + (behaviour.lateness ?? 0);
    rows.push(...stored.map((row) => ({ row, visibleAt })));
    response.statusCode = behaviour.status?.(count) ?? 200;
    response.end('GIF89a', () => behaviour.closing && request.socket.destroy());
  };
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/i`,
    hits,
    rows,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function rightRows(query: URLSearchParams, rows: FakeTracker['rows']): FakeRow[] {
  if (query.get('bot') === '1') return [];
  const person = query.get('person');
  const visit = rows.length + 1;
  const earlier = rows.findLast(({ row }) => row.person === person && person !== null)?.row;
  return [
    {
      app_id: query.get('aid'),
      w: query.has('w') ? Number(query.get('w')) : null,
      t: query.get('t'),
      money: query.get('money'),
      person,
      visit: earlier && query.get('gap') !== 'long' ? (earlier.visit as number) : visit,
    },
  ];
}

function answerRecords(url: URL, rows: FakeTracker['rows'], response: ServerResponse): void {
  const after = Number(url.searchParams.get('_after') ?? 0);
  const columns = [...new Set(url.searchParams.keys())].filter((name) => !name.startsWith('_'));
  const values = columns.map((name) => [name, new Set(url.searchParams.getAll(name))] as const);
  const found = rows.filter(
    ({ row, visibleAt }) => visibleAt <= performance.now() && values.every(([name, any]) => any.has(String(row[name]))),
  );
  // Small pages, so that paging is always part of the game.
  const page = found.slice(after, after + 50).map(({ row }) => row);
  const more = found.length > after + 50 ? { next: after + 50 } : {};
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ records: page, ...more }));
}
