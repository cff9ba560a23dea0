/** A reference server in this process, in memory, and ways to talk to it. */
import { connect } from 'node:net';
import { type RunningServer, type ServeOptions, startServer } from '../../reference-server/server.ts';

export type StoredRecord = Record<string, string | number | boolean | null>;

export interface Running {
  server: RunningServer;
  /** What the server reported of its own faults. */
  reports: string[];
  /** Sends a GET whose path and query are written as given. */
  get(target: string, headers?: Record<string, string>): Promise<Response>;
  /** Rows of the records door; `filter` is a raw query. */
  records(path: string, filter?: string): Promise<StoredRecord[]>;
  close(): Promise<void>;
}

export async function running(options: Partial<ServeOptions> = {}): Promise<Running> {
  const reports: string[] = [];
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    database: ':memory:',
    records: true,
    testHeaders: true,
    token: 'token-of-the-super-user',
    report: (message) => reports.push(message),
    ...options,
  });
  const get = (target: string, headers: Record<string, string> = {}) => fetch(server.url + target, { headers });
  const records = async (path: string, filter = '') => {
    const answer = await get(`/records/${path}?${filter}`);
    if (answer.status !== 200) throw new Error(`/records/${path} answered ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { records: StoredRecord[] }).records;
  };
  return { server, reports, get, records, close: () => server.close() };
}

/** Writes bytes to the server's port and returns all it writes back until it ends the connection. */
export function exchange(server: RunningServer, bytes: string | Uint8Array, end = false): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1');
    const received: Buffer[] = [];
    socket.on('data', (chunk) => received.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(received).toString('latin1')));
    // A server that refuses may reset the connection while we still write; what it said before counts.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    if (end) socket.end(bytes);
    else socket.write(bytes);
  });
}

/** Status of a raw answer; undefined when there was none. */
export function statusOf(answer: string): number | undefined {
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
  return status === undefined ? undefined : Number(status);
}

/** Waits until the condition holds, looking again and again; throws after `limitMs`. */
export async function until(condition: () => boolean | Promise<boolean>, limitMs = 5000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not reached within ${limitMs} ms`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
