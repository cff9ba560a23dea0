import { afterAll, describe, expect, it } from 'vitest';
import { checkedSpec } from '../../codegen/check.ts';
import { generate } from '../../codegen/generate.ts';
import type { Facts } from '../../codegen/model.ts';
import { copySpec } from './copied-spec.ts';

/** The Snowplow protocol with two more versions after its first, which know what it knows, but `vp` changes and goes, and `ctype` only comes. */
const copy = copySpec();
afterAll(() => copy.remove());
copy.edit('spec/snowplow/protocol.json', ({ versions: [first, ...others], ...protocol }) => ({
  ...protocol,
  versions: [
    first,
    { version: 'later', date: '2020-01-01', sources: ['a test'], endpoints: ['tp9'] },
    { version: 'latest', date: '2021-01-01', sources: ['a test'] },
    ...others,
  ],
}));
copy.rewrite('spec/snowplow', (text) => text.replaceAll('["2014-01"]', '["2014-01", "later", "latest"]'));
copy.edit('spec/snowplow/parameters/web/vp.json', (parameter) => ({
  ...parameter,
  'x-versions': { later: { 'x-level': 'recommended' }, latest: { removed: true } },
}));
copy.edit('spec/snowplow/parameters/web/ctype.json', (parameter) => ({
  ...parameter,
  'x-versions': { later: { added: true } },
}));
copy.edit('spec/snowplow/rules/test-rule.json', () => ({
  rule: 'test-rule',
  description: 'A rule of a test.',
  source: 'a test',
  requirements: [
    {
      id: 'snowplow.test-rule.new',
      level: 'MAY',
      binds: 'both',
      sentence: 'It is a test.',
      source: 'a',
      versions: ['latest'],
    },
  ],
}));
copy.edit('spec/snowplow/records/bad.json', (record) => ({
  ...record,
  columns: { ...record.columns, extra: { type: 'text', description: 'A column of a test.', versions: ['later'] } },
}));

describe('a protocol with several versions', () => {
  const { sources } = checkedSpec(copy.root);
  const facts = (version: string): Facts | undefined =>
    sources.map((source) => source.facts).find((one) => one.protocol === 'snowplow' && one.version === version);

  it('keeps a change from its version on, and a removed parameter out', () => {
    expect(facts('2014-01')?.parameters.vp?.level).toBe('optional');
    expect(facts('later')?.parameters.vp?.level).toBe('recommended');
    expect(facts('later')?.requirements['snowplow.vp.recommended']?.binds).toBe('client');
    expect(facts('latest')?.parameters.vp).toBeUndefined();
    expect(facts('latest')?.requirements['snowplow.vp.stored']).toBeUndefined();
  });

  it('does not know a parameter before the version that adds it', () => {
    expect(facts('2014-01')?.parameters.ctype).toBeUndefined();
    expect(facts('latest')?.parameters.ctype?.name).toBe('ctype');
  });

  it('gives requirements, rules and columns to the versions they name', () => {
    expect(facts('later')?.rules['test-rule']).toBeUndefined();
    expect(facts('latest')?.rules['test-rule']?.requirements).toEqual(['snowplow.test-rule.new']);
    const columns = (version: string) => facts(version)?.records.bad?.map(({ column }) => column) ?? [];
    expect(columns('later')).toContain('extra');
    expect(columns('latest')).not.toContain('extra');
  });

  it('takes endpoints from the version, else from the protocol', () => {
    expect(facts('later')?.endpoints).toEqual(['tp9']);
    expect(facts('latest')?.endpoints).toEqual(facts('2014-01')?.endpoints);
  });

  it('generates one folder a version, and one index', async () => {
    const files = await generate(copy.root);
    expect([...files.keys()].filter((path) => path.endsWith('/facts.ts') && path.startsWith('snowplow/'))).toEqual([
      'snowplow/2014-01/facts.ts',
      'snowplow/later/facts.ts',
      'snowplow/latest/facts.ts',
      'snowplow/tp2/facts.ts',
    ]);
    expect(files.get('index.ts')).toContain('"later": snowplow_later');
  });
});
