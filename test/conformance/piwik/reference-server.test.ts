import { describe, expect, test } from 'vitest';
import { ownTarget } from '../../../cli/own-target.ts';
import { piwikCanary } from '../../../conformance/server/piwik/canary.ts';
import { piwikExperiments } from '../../../conformance/server/piwik/experiments.ts';
import type { RunOptions } from '../../../conformance/server/run/options.ts';
import { runSuite } from '../../../conformance/server/run/suite.ts';
import type { Report } from '../../../generated/files/report.ts';
import { facts } from '../../../generated/piwik/2.0/facts.ts';
import { type RunningServer, startServer } from '../../../reference-server/server.ts';

const users = [
  { role: 'admin', sites: [1], token: 'a'.repeat(32) },
  { role: 'admin', sites: [2], token: 'b'.repeat(32) },
  { role: 'view', sites: [1], token: 'c'.repeat(32) },
] as const;

async function withServer(work: (server: RunningServer) => Promise<Report>): Promise<Report> {
  const config = { tokens: users.map(({ sites, ...user }) => ({ ...user, sites: [...sites] })) };
  const server = await startServer({ port: 0, host: '127.0.0.1', database: ':memory:', records: true, config });
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

function run(server: RunningServer, options: Partial<RunOptions>): Promise<Report> {
  return runSuite({
    toolVersion: 'test',
    trackerUrl: `${server.url}/piwik.php`,
    seed: 20140114,
    suites: [{ facts, experiments: piwikExperiments, canary: piwikCanary }],
    ...options,
  });
}

function known(server: RunningServer): Partial<RunOptions> {
  const [admin, other, viewer] = users.map(({ token }) => token);
  return {
    token: server.token,
    target: ownTarget(server.settings),
    roleTokens: { 'super-user': server.token, 'site-admin': admin, 'other-site': other, 'view-only': viewer } as Record<
      'super-user' | 'site-admin' | 'other-site' | 'view-only',
      string
    >,
  };
}

function not(status: string, { checks }: Report): string[] {
  return checks.filter((check) => check.status !== status).map(({ id, reason }) => `${id}: ${reason}`);
}

describe('the reference server', () => {
  test('passes every check at 200 runs and gives the ledger the answers it rules', async () => {
    const report = await withServer((server) => run(server, { runs: 200, ...known(server) }));
    const optional = not('passed', report).filter((check) => check.includes('the target file does not say that'));
    expect(not('passed', report)).toEqual(optional);
    expect(optional.length).toBe(4);
    expect(report.complete).toBe(true);
    for (const { ledger, answer } of report.answers) {
      expect(`${ledger}: ${answer}`).toBe(`${ledger}: ${facts.ledger[ledger]?.ruling}`);
    }
    expect(report.answers.length).toBeGreaterThan(57);
  }, 240_000);

  test('fails no check when neither token nor facts are given', async () => {
    const report = await withServer((server) => run(server, { runs: 20 }));
    expect(report.checks.filter(({ status }) => status === 'failed').map(({ id }) => id)).toEqual([]);
    const judged = report.checks.filter(({ status }) => status === 'passed');
    expect(judged.length).toBeGreaterThan(150);
    for (const { reason } of report.checks.filter(({ status }) => status !== 'passed')) expect(reason).toBeTruthy();
  }, 120_000);
});
