import { describe, expect, test } from 'vitest';
import { ownTarget } from '../../../cli/own-target.ts';
import { piwikCanary } from '../../../conformance/server/piwik/canary.ts';
import { piwikExperiments } from '../../../conformance/server/piwik/experiments.ts';
import { runSuite } from '../../../conformance/server/run/suite.ts';
import { facts } from '../../../generated/piwik/2.0/facts.ts';
import { startServer } from '../../../reference-server/server.ts';

const settings = [
  ['piwik.exclusion.do-not-track', { do_not_track: true }, 'piwik.exclusion.do-not-track-ignored'],
  ['piwik.client-address.masked', { anonymize_ip: true }, 'piwik.client-address.never-masked'],
  [
    'piwik.client-address.masked',
    { anonymize_ip: true, ip_address_mask_length: 2 },
    'piwik.client-address.never-masked',
  ],
  ['piwik.debug.log', { debug: true }, 'piwik.debug.silent'],
  ['piwik.debug.no-beacon', { debug: true }, 'piwik.debug.image-behind-log'],
] as const;

async function statuses(requirement: string, piwik: object, faults: string[]): Promise<string[]> {
  const place = { port: 0, host: '127.0.0.1', database: ':memory:', records: true };
  const server = await startServer({ ...place, config: { piwik }, faults });
  try {
    const report = await runSuite({
      toolVersion: 'test',
      trackerUrl: `${server.url}/piwik.php`,
      suites: [{ facts, experiments: piwikExperiments, canary: piwikCanary }],
      token: server.token,
      target: ownTarget(server.settings),
      only: [requirement],
      runs: 20,
      seed: 1,
    });
    return report.checks.map(({ status }) => status);
  } finally {
    await server.close();
  }
}

describe.each(settings)('%s with %o', (requirement, piwik, fault) => {
  test('is checked where the target says so', async () => {
    expect(await statuses(requirement, piwik, [])).toEqual(['passed']);
    expect(await statuses(requirement, piwik, [fault])).toEqual(['failed']);
  });

  test('is skipped elsewhere', async () => {
    expect(await statuses(requirement, {}, [])).toEqual(['skipped']);
  });
});
