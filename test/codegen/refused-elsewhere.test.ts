import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type CopiedSpec, copySpec, problemsAfter, problemsOf } from './copied-spec.ts';

const vp = 'spec/snowplow/parameters/web/vp.json';
let copy: CopiedSpec | undefined;
afterEach(() => {
  copy?.remove();
  copy = undefined;
});

describe('refuses in rules, errata, records, traces and schemas of files', () => {
  it("a requirement under another rule's name", () => {
    const [path, rule] = ['spec/snowplow/rules/test-rule.json', 'test-rule'];
    const requirement = {
      id: 'snowplow.other.thing',
      level: 'MUST',
      binds: 'server',
      sentence: 'It is a test.',
      source: 'a',
    };
    const problems = problemsAfter(path, () => ({
      rule,
      description: 'A rule of a test.',
      source: 'a',
      requirements: [requirement],
    }));
    expect(problems).toEqual([
      { path, fault: 'has the requirement "snowplow.other.thing"', remedy: 'Begin its id with "snowplow.test-rule.".' },
    ]);
  });

  it('a requirement id that a parameter has already', () => {
    const rule = {
      rule: 'vp',
      description: 'A rule of a test.',
      source: 'a',
      requirements: [
        { id: 'snowplow.vp.stored', level: 'MUST', binds: 'server', sentence: 'It is a test.', source: 'a' },
      ],
    };
    const [problem] = problemsAfter('spec/snowplow/rules/vp.json', () => rule);
    expect(problem?.fault).toBe('gives the requirement "snowplow.vp.stored", as the parameter vp does');
  });

  it('a ruling that is no answer', () => {
    const entry = {
      id: 'snowplow.test',
      question: 'Is it?',
      says: [{ source: 'a', text: 'b' }],
      ruling: 'maybe',
      reason: 'c',
      answers: { yes: 'd', no: 'e' },
    };
    const [problem] = problemsAfter('spec/snowplow/errata/test.json', () => entry);
    expect(problem).toMatchObject({ path: 'spec/snowplow/errata/test.json', remedy: 'Use one of yes, no.' });
  });

  it('a clause traced to nothing', () => {
    const trace = { section: 'a', clauses: { 'S-999': { requirements: ['snowplow.nowhere.at-all'] } } };
    copy = copySpec();
    copy.edit('spec/snowplow/rules/test-rule.json', () => ({
      rule: 'test-rule',
      description: 'A rule of a test.',
      source: 'a',
      requirements: [],
    }));
    // The folder may not exist in a young spec; a file of a known folder must.
    copy.edit('spec/piwik/trace/test.json', () => trace);
    expect(problemsOf(copy.root)[0]?.fault).toBe(
      'traces S-999 to the requirement "snowplow.nowhere.at-all", which does not exist',
    );
  });

  it('a value class without a meaning', () => {
    const [problem] = problemsAfter('spec/wire-forms/flag.json', (form) => ({
      ...form,
      valueClasses: { snowplow: { ordinary: 'MUST', purple: 'SHOULD' } },
    }));
    expect(problem).toMatchObject({ path: 'spec/wire-forms/flag.json', fault: expect.stringContaining('"purple"') });
  });

  it('a file that is no JSON, and a schema that is none', () => {
    copy = copySpec();
    writeFileSync(join(copy.root, vp), '{');
    copy.edit('spec/files/test.schema.json', () => ({ type: 'objekt' }));
    const paths = problemsOf(copy.root).map(({ path, fault }) => `${path} ${fault.slice(0, 17)}`);
    expect(paths).toContain(`${vp} is no JSON (Expec`.slice(0, vp.length + 18));
    expect(paths).toContain('spec/files/test.schema.json is no JSON Schema');
  });

  it('everything at once: all faults are named, not only the first', () => {
    copy = copySpec();
    copy.edit(vp, ({ description, ...rest }) => ({ ...rest, 'x-colour': 1 }));
    copy.edit('spec/snowplow/parameters/user/uid.json', (c) => ({ ...c, 'x-rule': 'nowhere' }));
    expect(problemsOf(copy.root).length).toBeGreaterThanOrEqual(3);
  });
});
