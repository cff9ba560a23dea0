/** The suite against the reference server, both in this process, with whatever mutant is switched on. */
import { ownTarget } from '../../cli/own-target.ts';
import { tokensOf, userTokens } from '../../cli/own-users.ts';
import { version } from '../../cli/version.ts';
import { runSuite } from '../../conformance/server/run/suite.ts';
import { suites } from '../../conformance/server/suites.ts';
import type { Report } from '../../generated/files/report.ts';
import type { ProtocolName } from '../../generated/model.ts';
import { type RunningServer, startServer } from '../../reference-server/server.ts';

export interface Asked {
  seed: number;
  runs: number;
  protocols: readonly ProtocolName[];
  /** Ids of the experiments to run; all when left out. */
  experiments?: readonly string[] | undefined;
}

const users = userTokens();

export function startOwn(): Promise<RunningServer> {
  return startServer({
    port: 0,
    host: '127.0.0.1',
    database: ':memory:',
    records: true,
    config: { tokens: users.map(({ token, role, sites }) => ({ token, role, sites })) },
    // What goes wrong inside is the server's own affair: the suite must see it from outside.
    report: () => {},
  });
}

export function experimentsOf({ protocols, experiments }: Omit<Asked, 'seed' | 'runs'>): string[] {
  const own = suites.filter(({ facts }) => protocols.includes(facts.protocol));
  const ids = own.flatMap((suite) => suite.experiments.map(({ id }) => id));
  return experiments === undefined ? ids : ids.filter((id) => experiments.includes(id));
}

/** The suite sees the server only from outside: by HTTP, and by the records door for what was stored. */
export function testOwn(server: RunningServer, { seed, runs, protocols, experiments }: Asked): Promise<Report> {
  const chosen = new Set(experimentsOf({ protocols, experiments }));
  const own = suites.map((suite) => ({ ...suite, experiments: suite.experiments.filter(({ id }) => chosen.has(id)) }));
  return runSuite({
    toolVersion: version,
    trackerUrl: `${server.url}/`,
    protocols: protocols.map((protocol) => ({ protocol })),
    reader: 'beaconform',
    readerUrl: `${server.url}/`,
    token: server.token,
    roleTokens: tokensOf(server.token, users),
    target: ownTarget(server.settings),
    seed,
    runs,
    suites: own.filter((suite) => suite.experiments.length > 0),
    bail: true,
    shrinks: 0,
    // The server stores before it answers: only what was lost is waited for.
    patience: 300,
  });
}

/** Requirements with a check that failed. */
export function failedIn({ checks }: Report): string[] {
  return checks.filter(({ status }) => status === 'failed').flatMap(({ requirements }) => requirements);
}

/** Which of the allowed answers the server gave, as `question: answer`. */
export function answersOf({ answers }: Report): string[] {
  return answers.map(({ ledger, answer }) => `${ledger}: ${answer}`);
}
