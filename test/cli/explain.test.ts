import { describe, expect, it } from 'vitest';
import { asJson, asText, type Explanation, merged } from '../../cli/explain/explanation.ts';
import { explainFault } from '../../cli/explain/fault.ts';
import { explainLedger } from '../../cli/explain/ledger.ts';
import { explainParameter } from '../../cli/explain/parameter.ts';
import { explainCheck, explainRequirement } from '../../cli/explain/requirement.ts';
import { protocols } from '../../generated/index.ts';
import type { Facts } from '../../generated/model.ts';

const piwik = protocols.piwik['2.0'] as Facts;
const snowplow = protocols.snowplow['2014-01'] as Facts;

function line([explanation]: readonly Explanation[], label: string): string | undefined {
  return explanation?.lines.find(([own]) => own === label)?.[1];
}

describe('an explanation', () => {
  it('of a rule requirement has sentence, source, level, checks, faults and a case as curl', () => {
    const told = explainRequirement(piwik, 'piwik.visit.over-30-minutes');
    expect(line(told, 'sentence')).toMatch(/more than 30 minutes/);
    expect(line(told, 'source')).toContain('All About Tracking');
    expect(line(told, 'level')).toBe('MUST, binds server');
    expect(line(told, 'checks')).toContain('piwik.visit/piwik.visit.over-30-minutes');
    expect(line(told, 'faults')).toContain('piwik.visit.never-ends');
    const example = line(told, 'example') ?? '';
    expect(example.match(/^curl .*piwik\.php\?.*cdt=/gm)?.length).toBeGreaterThan(1);
    expect(example).toContain('"$BEACONFORM_TOKEN"');
    expect(example).not.toContain('f'.repeat(32));
  });

  it('of a requirement of a parameter shows a plain request with it', () => {
    const told = explainRequirement(snowplow, 'snowplow.vp.stored');
    expect(line(told, 'example')).toBe('curl "http://127.0.0.1:8080/i?e=pv&p=web&vp=1105x390"');
    expect(line(told, 'checks')).toContain('snowplow.event/snowplow.vp.stored');
  });

  it('of a check names its branches, and is none of a check that does not exist', () => {
    const told = explainCheck(piwik, 'piwik.visit/piwik.visit.over-30-minutes');
    expect(told[0]?.kind).toBe('check');
    expect(line(told, 'branches')).toContain('just over 30 minutes');
    expect(line(told, 'example')).toMatch(/^curl /);
    expect(explainCheck(piwik, 'piwik.bots/piwik.visit.over-30-minutes')).toEqual([]);
    expect(explainCheck(piwik, 'nonsense/piwik.visit.over-30-minutes')).toEqual([]);
  });

  it('of a parameter names its value classes, requirements, checks and faults', () => {
    const told = explainParameter(piwik, 'piwik.cip');
    expect(line(told, 'values')).toMatch(/^MUST ordinary/);
    expect(line(told, 'requirements')).toContain('piwik.cip.authentication MUST');
    expect(line(told, 'checks')).toContain('piwik.client-address/piwik.cip.stored');
    expect(line(told, 'faults')).toContain('piwik.cip.');
    expect(line(told, 'example')).toContain('token_auth=$BEACONFORM_TOKEN&cip=');
  });

  it.each([
    [piwik, 'piwik.exactly-30-minutes'],
    [snowplow, 'snowplow.platform-unread'],
  ])('of a ledger entry has its answers and a case that asks: %#', (facts, id) => {
    const told = explainLedger(facts, id);
    expect(told[0]?.lines.filter(([label]) => label === 'answer')).toHaveLength(2);
    expect(line(told, 'ruling')).toBeDefined();
    expect(line(told, 'example')).toMatch(/^curl /);
  });

  it('of a fault says what it breaks, who catches it and how to try it', () => {
    const told = explainFault(snowplow, 'snowplow.dimensions.height-first');
    expect(line(told, 'breaks')).toBe('snowplow.dimensions.width-first');
    expect(line(told, 'sentence')).toMatch(/the first number fills the width/);
    expect(line(told, 'checks')).toBe('snowplow.dimensions/snowplow.dimensions.width-first');
    expect(line(told, 'try it')).toContain('--fault snowplow.dimensions.height-first');
    expect(line(told, 'example')).toMatch(/vp=/);
  });

  it('is told once for versions that say alike, as text and as JSON', () => {
    const lines = [
      ['says', 'one'],
      ['says', 'two\nthree'],
    ] as const;
    const [first, ...others] = merged(
      ['2.0', '5'].map((version): Explanation => ({ id: 'x', kind: 'ledger', versions: [version], lines })),
    );
    expect(others).toEqual([]);
    expect(asText(first as Explanation)).toBe(
      'x (ledger)\n  versions     2.0, 5\n  says         one\n  says         two\n               three\n',
    );
    expect(asJson(first as Explanation)).toEqual({
      id: 'x',
      kind: 'ledger',
      versions: ['2.0', '5'],
      says: ['one', 'two\nthree'],
    });
  });
});
