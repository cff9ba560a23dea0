import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { slotLines as shellLines } from '../../../conformance/server/bundle/shell/slots.ts';
import { tokensOf } from '../../../conformance/server/bundle/slots.ts';
import { slotLines as scriptLines } from '../../../conformance/server/bundle/vitest/slots.ts';
import type { TargetFacts } from '../../../conformance/server/model.ts';

const facts: TargetFacts = { site: 1, token: String.raw`a/+ "b\c`, goals: [], features: new Set() };
const tokens = tokensOf({ ...facts, roleTokens: { 'super-user': facts.token ?? '', 'view-only': 'viewer' } });
const env = { ...process.env, BEACONFORM_TOKEN: facts.token, BEACONFORM_TOKEN_VIEW_ONLY: 'viewer' };
const slots = [...tokens.keys(), 'visitor_0', 'visitor_0__CAPITALS', 'address_3', 'tag_0', 'text_0', 'uuid_0'].sort();

/** Values of the slots as a shell script has them. */
function inShell(variables: Record<string, string> = {}): Record<string, string> {
  const script = [...shellLines(slots), ...slots.map((slot) => `printf '%s\\0' "$${slot}"`)].join('\n');
  const printed = execFileSync('sh', ['-s'], { input: script, env: { ...env, ...variables }, encoding: 'utf8' });
  return Object.fromEntries(printed.split('\0').map((value, index) => [slots[index] ?? '', value]));
}

describe('the tokens of a target', () => {
  it('are known in each form in which they are sent, the same one once', () => {
    expect(Object.fromEntries(tokens)).toEqual({
      BEACONFORM_TOKEN: String.raw`a/+ "b\c`,
      BEACONFORM_TOKEN__ENCODED: 'a%2F%2B%20%22b%5Cc',
      BEACONFORM_TOKEN__QUOTED: String.raw`a/+ \"b\\c`,
      BEACONFORM_TOKEN_VIEW_ONLY: 'viewer',
    });
  });

  it('come from the environment of both scripts', () => {
    const values = inShell();
    expect(decodeURIComponent(values.BEACONFORM_TOKEN__ENCODED ?? '')).toBe(facts.token);
    expect(values.BEACONFORM_TOKEN__QUOTED).toBe(tokens.get('BEACONFORM_TOKEN__QUOTED'));
    const lines = scriptLines([...tokens.keys()].sort());
    const script = `${lines.join('\n')}; [beaconformToken, beaconformTokenEncoded, beaconformTokenQuoted]`;
    const [raw, encoded, quoted] = runInNewContext(script, { process: { env } });
    expect([raw, encoded, quoted]).toEqual([...tokens.values()].slice(0, 3));
  });
});

describe('values of a script', () => {
  it('are of their kinds, and others each time', () => {
    const [one, other] = [inShell(), inShell()];
    expect(one.visitor_0).toMatch(/^[0-9a-f]{16}$/);
    expect(one.visitor_0__CAPITALS).toBe(one.visitor_0?.toUpperCase());
    expect(one.address_3).toMatch(/^([1-9][0-9]\.){3}[1-9][0-9]$/);
    expect(one.tag_0).toMatch(/^[0-9a-f]{8}$/);
    expect(one.text_0).toMatch(/^beaconform-[0-9a-f]{12}$/);
    expect(one.uuid_0).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    for (const slot of ['visitor_0', 'address_3', 'tag_0', 'text_0', 'uuid_0']) expect(one[slot]).not.toBe(other[slot]);
  });

  it('are those of the environment where they are set', () => {
    expect(inShell({ BEACONFORM_VISITOR_0: 'abc' })).toMatchObject({ visitor_0: 'abc', visitor_0__CAPITALS: 'ABC' });
  });
});
