/** What a conforming server may do otherwise passes; `npm run variations` tries more seeds. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { looks } from '../variations/looks.ts';
import { type Varied, varyingServer } from '../variations/run.ts';
import { variations } from '../variations/variations.ts';

/** The answers of the ledger that a variation must be named with. */
const named: Readonly<Record<string, string>> = { 'escaped-text': 'piwik.text-as-sent: escaped' };

function judge(id: string, { code, report, output, changed }: Varied): void {
  assert.equal(code, 0, output);
  assert.equal(report.complete, true);
  assert.equal(report.summary.failed, 0);
  assert.ok(report.summary.passed > 200, `${report.summary.passed} checks passed`);
  assert.ok(changed > 0, 'no answer was varied');
  const answers = report.answers.map(({ ledger, answer }) => `${ledger}: ${answer}`);
  const expected = named[id];
  if (expected === undefined) return;
  const [ledger] = expected.split(':') as [string];
  assert.deepEqual(
    answers.filter((answer) => answer.startsWith(`${ledger}:`)),
    [expected],
  );
}

describe('a conforming server that differs from ours', { concurrency: 2 }, () => {
  for (const variation of variations) {
    it(`passes: ${variation.id}`, async () => {
      const server = await varyingServer(variation);
      try {
        const look = looks[variation.id];
        assert.ok(look, 'a look at its raw answers is missing in looks.ts');
        await look(await server.urls());
        judge(variation.id, await server.test(20140114, 3));
      } finally {
        await server.stop();
      }
    });
  }
});
