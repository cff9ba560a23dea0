import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunOptions } from '../conformance/server/run/options.ts';
import { runSuite } from '../conformance/server/run/suite.ts';
import type { Report } from '../generated/files/report.ts';
import { ownTarget } from './own-target.ts';
import { tokensOf, userTokens } from './own-users.ts';
import { startServerThread } from './server-thread.ts';

/**
 * Starts the reference server on a free port and a database of its own, tests it, and removes both.
 *
 * @param test what is done with the running server
 */
export async function runAgainstOwnServer(
  options: Omit<RunOptions, 'trackerUrl'>,
  test: (options: RunOptions) => Promise<Report> = runSuite,
): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'beaconform-'));
  const users = userTokens();
  const server = await startServerThread({
    port: 0,
    host: '127.0.0.1',
    database: join(folder, 'store.db'),
    records: true,
    config: { tokens: users.map(({ token, role, sites }) => ({ token, role, sites })) },
  });
  try {
    return await test({
      ...options,
      trackerUrl: `${server.url}/`,
      reader: options.reader ?? 'beaconform',
      readerUrl: `${server.url}/`,
      token: server.token,
      roleTokens: tokensOf(server.token, users),
      target: options.target ?? ownTarget(server.settings),
    });
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
