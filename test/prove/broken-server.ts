/** The reference server with one fault, and what a run of the suite against it needs. */
import { ownTarget } from '../../cli/own-target.ts';
import { tokensOf, userTokens } from '../../cli/own-users.ts';
import { version as toolVersion } from '../../cli/version.ts';
import type { RunOptions } from '../../conformance/server/run/options.ts';
import { runSuite } from '../../conformance/server/run/suite.ts';
import type { Report } from '../../generated/files/report.ts';
import type { ProtocolName } from '../../generated/model.ts';
import { startServer } from '../../reference-server/server.ts';

// The reference server stores before it answers, so that only a hit of another request could come late.
const patience = 20;

/**
 * Runs the suite once against a server of its own, in this process, with its store in memory.
 *
 * @param fault id; undefined for the sound server
 */
export async function runBroken(
  fault: string | undefined,
  protocol: ProtocolName,
  options: Pick<RunOptions, 'only' | 'runs' | 'seed' | 'bail'>,
): Promise<Report> {
  const users = userTokens();
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    database: ':memory:',
    records: true,
    faults: fault === undefined ? [] : [fault],
    config: { tokens: users.map(({ token, role, sites }) => ({ token, role, sites })) },
    // What goes wrong inside a broken server is its own affair: the suite must see it from outside.
    report: () => {},
  });
  try {
    return await runSuite({
      ...options,
      toolVersion,
      trackerUrl: `${server.url}/`,
      protocols: [{ protocol }],
      reader: 'beaconform',
      readerUrl: `${server.url}/`,
      token: server.token,
      roleTokens: tokensOf(server.token, users),
      target: ownTarget(server.settings),
      shrinks: 0,
      patience,
    });
  } finally {
    await server.close();
  }
}
