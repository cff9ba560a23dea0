import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunOptions } from '../conformance/server/run/options.ts';
import { runSuite } from '../conformance/server/run/suite.ts';
import type { Report } from '../generated/files/report.ts';
import { startServer } from '../reference-server/server.ts';
import { ownTarget } from './own-target.ts';

/** Starts the reference server on a free port and a database of its own, tests it, and removes both. */
export async function runAgainstOwnServer(options: Omit<RunOptions, 'trackerUrl'>): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'beaconform-'));
  const server = await startServer({ port: 0, host: '127.0.0.1', database: join(folder, 'store.db'), records: true });
  try {
    return await runSuite({
      ...options,
      trackerUrl: `${server.url}/`,
      reader: options.reader ?? 'beaconform',
      readerUrl: `${server.url}/`,
      token: server.token,
      target: options.target ?? ownTarget(server.settings),
    });
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
