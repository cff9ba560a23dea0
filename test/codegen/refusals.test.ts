import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkedSpec } from '../../codegen/check.ts';
import { SpecError } from '../../codegen/problems.ts';
import { type CopiedSpec, copySpec } from './copied-spec.ts';

const vp = 'spec/snowplow/parameters/web/vp.json';
let copy: CopiedSpec | undefined;
afterEach(() => copy?.remove());

/** The problems of a spec in which one file was changed. */
function problemsAfter(path: string, change: (content: Record<string, never>) => unknown): SpecError['problems'] {
  copy = copySpec();
  copy.edit(path, change);
  return problemsOf(copy.root);
}

function problemsOf(root: string): SpecError['problems'] {
  try {
    checkedSpec(root);
    return [];
  } catch (error) {
    if (error instanceof SpecError) return error.problems;
    throw error;
  }
}

it('accepts the spec as it is', () => {
  copy = copySpec();
  expect(problemsOf(copy.root)).toEqual([]);
});

describe('refuses, with path, fault and remedy,', () => {
  const cases: [what: string, path: string, change: (content: Record<string, never>) => unknown, RegExp, RegExp][] = [
    [
      'a file without a sentence',
      vp,
      ({ description, ...rest }) => rest,
      /lacks the field "description"/,
      /Add "description"/,
    ],
    [
      'a sentence without an end',
      vp,
      (c) => ({ ...c, description: 'Size of the viewport' }),
      /description must match pattern/,
      /parameter.schema.json/,
    ],
    ['an unknown x- field', vp, (c) => ({ ...c, 'x-colour': 1 }), /unknown field "x-colour"/, /Remove "x-colour"/],
    ['an unknown level', vp, (c) => ({ ...c, 'x-level': 'needed' }), /x-level/, /required, recommended, optional/],
    [
      'a rule that does not exist',
      vp,
      (c) => ({ ...c, 'x-rule': 'nowhere' }),
      /rule "nowhere", which does not exist/,
      /Write spec\/snowplow\/rules\/nowhere.json/,
    ],
    [
      'a ledger entry that does not exist',
      vp,
      (c) => ({ ...c, 'x-decision': 'snowplow.nowhere' }),
      /ledger entry "snowplow.nowhere"/,
      /Write spec\/snowplow\/errata\/nowhere.json/,
    ],
    [
      'a wire form that does not exist',
      vp,
      (c) => ({ ...c, 'x-wire-form': 'furlongs' }),
      /unknown wire form "furlongs"/,
      /Use one of .*dimensions/,
    ],
    [
      'a schema of another wire form',
      vp,
      (c) => ({ ...c, schema: { $ref: '../../../wire-forms/text.json#/schema' } }),
      /does not refer to its wire form/,
      /dimensions.json#\/schema/,
    ],
    [
      'a record that does not exist',
      vp,
      (c) => ({ ...c, 'x-columns': [{ record: 'event', column: 'a', type: 'text' }] }),
      /unknown record "event"/,
      /events, bad/,
    ],
    [
      'a type SQL lacks',
      vp,
      (c) => ({ ...c, 'x-columns': [{ record: 'events', column: 'a', type: 'int' }] }),
      /x-columns\/0\/type/,
      /parameter.schema.json/,
    ],
    [
      'two types for one column',
      vp,
      (c) => ({ ...c, 'x-columns': [{ record: 'events', column: 'app_id', type: 'text' }] }),
      /gives events.app_id the type text, but .* gives it varchar/,
      /Write the same type/,
    ],
    [
      'an example that is not of its form',
      vp,
      (c) => ({ ...c, 'x-examples': [{ wire: '1105*390', stored: {} }] }),
      /example "1105\*390", whose text value must match/,
      /Change the example/,
    ],
    [
      'an example whose escapes are broken',
      vp,
      (c) => ({ ...c, 'x-examples': [{ wire: '%FF', stored: {} }] }),
      /escapes are no UTF-8/,
      /Percent-encode/,
    ],
    [
      'an example in an unknown column',
      vp,
      (c) => ({ ...c, 'x-examples': [{ wire: '1x2', stored: { nowhere: 1 } }] }),
      /unknown column "nowhere"/,
      /Name a column/,
    ],
    ["a name that is not the file's", vp, (c) => ({ ...c, name: 'viewport' }), /holds "viewport"/, /Rename the file/],
    [
      'a name given twice',
      'spec/snowplow/parameters/user/vp.json',
      () => twin,
      /defines "vp", as .*user\/vp.json does/,
      /Keep one/,
    ],
    [
      'a version nobody lists',
      vp,
      (c) => ({ ...c, 'x-versions': { '99': { removed: true } } }),
      /version "99"/,
      /lists 2014-01/,
    ],
  ];
  const twin = {
    name: 'vp',
    in: 'query',
    required: false,
    description: 'The same name once more.',
    schema: { type: 'string' },
    'x-wire-form': 'text',
    'x-columns': [],
    'x-level': 'optional',
    'x-status': 'implemented',
    'x-authentication': 'none',
    'x-source': 'a test',
    'x-examples': [{ wire: 'a', stored: {} }],
  };
  it.each(cases)('%s', (_, path, change, fault, remedy) => {
    const problems = problemsAfter(path, change);
    const found = problems.find((problem) => fault.test(problem.fault));
    expect(found, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(found?.path.startsWith('spec/snowplow/parameters/')).toBe(true);
    expect(found?.remedy).toMatch(remedy);
  });
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
