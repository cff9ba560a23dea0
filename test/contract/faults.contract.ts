/** A fault that is switched on is caught, and its own requirement named. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { beaconform, folder, serve } from './command.ts';
import { failedRequirements, readReport } from './report.ts';

const token = '0123456789abcdef0123456789abcdef';
const files = folder();
after(() => files.remove());

const listed = await beaconform('list', '--json');
const { faults, checks } = JSON.parse(listed.stdout) as {
  faults: { id: string; requirement: string }[];
  checks: { requirements: string[] }[];
};
/** What only shows inside an installation has no check. */
const checked = new Set(checks.flatMap(({ requirements }) => requirements));
/** Spread over both protocols: with CI's two cores all of them would take too long here; `prove` takes them all. */
const chosen = ['piwik.', 'snowplow.'].flatMap((protocol) => {
  const own = faults.filter(({ requirement }) => requirement.startsWith(protocol) && checked.has(requirement));
  return own.filter((_, index) => index % Math.ceil(own.length / 4) === 0);
});

describe('serve --fault', () => {
  it('has at least five faults to switch on', () => assert.ok(chosen.length >= 5));

  for (const { id, requirement } of chosen) {
    it(`${id} breaks ${requirement}`, async () => {
      const target = files.path(`${id}-target.json`);
      const server = await serve(
        '--database',
        ':memory:',
        '--records',
        '--token',
        token,
        '--fault',
        id,
        '--write-target',
        target,
      );
      const report = files.path(`${id}.json`);
      const endpoint = requirement.startsWith('piwik.') ? 'piwik.php' : 'i';
      const options = [
        '--token',
        token,
        '--target',
        target,
        '--report',
        `json=${report}`,
        '--runs',
        '100',
        '--seed',
        '1',
      ];
      const run = await beaconform('test', `${server.url}/${endpoint}`, ...options, '--only', requirement);
      assert.equal(await server.stop(), 0);
      assert.equal(run.code, 1, run.stdout + run.stderr);
      assert.ok(run.seconds < 60, `${run.seconds} s`);
      assert.deepEqual(failedRequirements(readReport(report, token)), [requirement]);
    });
  }

  it('refuses a fault that does not exist', async () => {
    assert.equal(
      (await beaconform('serve', '--port', '0', '--database', ':memory:', '--fault', 'no.such.fault')).code,
      2,
    );
  });
});
