/** Parameter files the generator must refuse, naming path, fault and remedy. */
import { describe, expect, it } from 'vitest';
import { copySpec, problemsAfter, problemsOf } from './copied-spec.ts';

const vp = 'spec/snowplow/parameters/web/vp.json';
const column = (fields: object): object => ({
  'x-columns': [{ record: 'events', column: 'a', type: 'text', ...fields }],
});
const example = (wire: string, stored: object = {}): object => ({ 'x-examples': [{ wire, stored }] });

/** What is written into the file of `vp`, the fault that must be named, and the remedy. */
const cases: [what: string, fields: object, fault: RegExp, remedy: RegExp][] = [
  ['no sentence', { description: undefined }, /lacks the field "description"/, /Add "description"/],
  [
    'a sentence without an end',
    { description: 'Size of the viewport' },
    /description must match/,
    /parameter.schema.json/,
  ],
  ['an unknown x- field', { 'x-colour': 1 }, /unknown field "x-colour"/, /Remove "x-colour"/],
  ['an unknown level', { 'x-level': 'needed' }, /x-level/, /required, recommended, optional/],
  [
    'a level that OpenAPI contradicts',
    { 'x-level': 'required' },
    /required: false, but x-level is "required"/,
    /Write "required": true/,
  ],
  [
    'a rule that does not exist',
    { 'x-rule': 'no' },
    /rule "no", which does not exist/,
    /Write spec\/snowplow\/rules\/no.json/,
  ],
  [
    'a ledger entry that does not exist',
    { 'x-decision': 'snowplow.no' },
    /entry "snowplow.no", which/,
    /errata\/no.json/,
  ],
  ['a wire form that does not exist', { 'x-wire-form': 'furlongs' }, /wire form "furlongs"/, /Use one of .*dimensions/],
  [
    'the schema of another form',
    { schema: { $ref: '../../../wire-forms/text.json#/schema' } },
    /does not refer/,
    /dimensions.json/,
  ],
  ['a record that does not exist', column({ record: 'event' }), /unknown record "event"/, /events, bad/],
  ['a type SQL lacks', column({ type: 'int' }), /x-columns\/0\/type/, /parameter.schema.json/],
  [
    'two types for one column',
    column({ column: 'app_id' }),
    /app_id the type text, but .* gives it varchar/,
    /the same type/,
  ],
  [
    'an example that is not of its form',
    example('1105*390'),
    /"1105\*390", whose text value must match/,
    /Change the example/,
  ],
  ['an example whose escapes are broken', example('%FF'), /escapes are no UTF-8/, /Percent-encode/],
  ['an example in an unknown column', example('1x2', { no: 1 }), /unknown column "no"/, /Name a column/],
  ["a name that is not the file's", { name: 'viewport' }, /holds "viewport"/, /Rename the file/],
  ['a version nobody lists', { 'x-versions': { '99': { removed: true } } }, /version "99"/, /lists 2014-01/],
];

it('accepts the spec as it is', () => {
  const copy = copySpec();
  expect(problemsOf(copy.root)).toEqual([]);
  copy.remove();
});

describe('refuses a parameter with', () => {
  it.each(cases)('%s', (_, fields, fault, remedy) => {
    const problems = problemsAfter(vp, (content) => ({ ...content, ...fields }));
    const found = problems.find((problem) => fault.test(problem.fault));
    expect(found, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(found?.path).toMatch(/^spec\/snowplow\/parameters\//);
    expect(found?.remedy).toMatch(remedy);
  });

  it('a name that another file has', () => {
    const copy = copySpec();
    copy.edit(vp, (content) => {
      copy.edit('spec/snowplow/parameters/user/vp.json', () => content);
      return content;
    });
    expect(problemsOf(copy.root).map(({ path, fault }) => `${path} ${fault}`)).toContain(
      `${vp} defines "vp", as spec/snowplow/parameters/user/vp.json does`,
    );
    copy.remove();
  });
});
