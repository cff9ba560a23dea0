import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Sample, StoredValue } from '../../../conformance/server/model.ts';
import { plainDecimal } from '../../../conformance/server/run/canonical.ts';
import { classesOf, coreSample, wideSample } from '../../../conformance/server/samples/samples.ts';
import { suites } from '../../../conformance/server/suites.ts';
import { protocols } from '../../../generated/index.ts';
import type { Facts, Parameter } from '../../../generated/model.ts';
import { readings } from './meaning.ts';

/** The versions that the suite tests; the spec holds more. */
const editions: readonly Facts[] = suites.map(({ facts }) => facts);
const parameters = editions.flatMap((facts) =>
  Object.values(facts.parameters).map((parameter) => ({ facts, parameter })),
);
const named = parameters.map(
  ({ facts, parameter }) => [`${facts.protocol} ${parameter.name}`, facts, parameter] as const,
);

/** Forms whose classes only a scenario or the example list can tell. */
const unread = new Set([
  'custom-variables',
  'ecommerce-items',
  'epoch-seconds',
  'goal-id',
  'hour',
  'language-tags',
  'minute',
  'page-title',
  'page-url',
  'referrer-url',
  'site-id',
  'token',
  'user-agent',
]);

function decoded(wire: string): string {
  return new URLSearchParams(`name=${wire}`).get('name') ?? '';
}

/** What our own ruling says, where the ledger allows several. */
function ruled(cell: Cell, facts: Facts): StoredValue {
  if (cell.kind === 'is') return cell.value;
  if (cell.kind !== 'answer') throw new Error(`a sample has a cell of kind ${cell.kind}`);
  return cell.answers[facts.ledger[cell.ledger]?.ruling ?? ''] ?? null;
}

function comparable(value: StoredValue, kind: string): StoredValue {
  return kind === 'decimal' ? (plainDecimal(String(value)) ?? value) : value;
}

function expectMeaning(sample: Sample, parameter: Parameter, facts: Facts): void {
  const text = decoded(sample.wire);
  const reading = readings[parameter.wireForm];
  if (reading === undefined) throw new Error(`no reading for ${parameter.wireForm}`);
  const meant = reading(text, parameter.columns, parameter.examples);
  for (const [index, column] of parameter.columns.entries()) {
    const cell = sample.stored[index] as Cell;
    const stored = ruled(cell, facts);
    if (cell.kind === 'answer' && cell.ledger.endsWith('.control-characters')) continue;
    expect(comparable(stored, column.kind), `${parameter.name}=${sample.wire} in ${column.column}`).toBe(
      comparable(meant[index] ?? null, column.kind),
    );
  }
}

describe('samples', () => {
  test('every wire form of the versions tested has samples', () => {
    const files = new Set(editions.flatMap(({ wireForms }) => Object.keys(wireForms)));
    expect(files.size).toBeGreaterThan(30);
    const blank: Parameter = { ...(parameters[0]?.parameter as Parameter), values: ['a'] };
    const facts = editions[0] as Facts;
    for (const wireForm of files) {
      expect(Object.keys(classesOf({ ...blank, columns: [], wireForm }, facts)), wireForm).toBeInstanceOf(Array);
      expect(unread.has(wireForm) || wireForm in readings, `${wireForm} is read by this test`).toBe(true);
    }
  });

  test.each(named)('%s: decoding the wire text gives what is said to be stored', (_, facts, parameter) => {
    for (const [name, samples] of Object.entries(classesOf(parameter, facts))) {
      for (const sample of fc.sample(samples, { seed: 7, numRuns: 60 })) {
        expect(sample.class).toBe(name);
        expect(sample.stored).toHaveLength(parameter.columns.length);
        expect(sample.wire).not.toMatch(/[&# ]/);
        if (!unread.has(parameter.wireForm)) expectMeaning(sample, parameter, facts);
      }
    }
  });

  test.each(named)('%s: texts fit their columns, by characters and by bytes', (_, facts, parameter) => {
    for (const samples of Object.values(classesOf(parameter, facts))) {
      for (const { stored } of fc.sample(samples, { seed: 11, numRuns: 30 })) {
        for (const [index, { type }] of parameter.columns.entries()) {
          const limit = Number(/^(?:var)?char\(([0-9]+)\)$/.exec(type)?.[1] ?? Number.POSITIVE_INFINITY);
          const value = ruled(stored[index] as Cell, facts);
          if (typeof value === 'string') expect(Buffer.byteLength(value)).toBeLessThanOrEqual(limit);
        }
      }
    }
  });

  test.each(named)('%s: every class the spec gives a level can be drawn', (_, facts, parameter) => {
    const levels = facts.wireForms[parameter.wireForm]?.valueClasses ?? {};
    if (Object.values(levels).includes('MUST')) expect(coreSample(parameter, facts)).toBeDefined();
    if (unread.has(parameter.wireForm) || parameter.columns.length === 0) return;
    const sharing = Object.values(facts.parameters).filter(({ wireForm }) => wireForm === parameter.wireForm);
    const drawn = new Set(sharing.flatMap((one) => Object.keys(classesOf(one, facts))));
    expect([...drawn]).toEqual(expect.arrayContaining(Object.keys(levels)));
  });
});

describe('how samples are written', () => {
  const facts = protocols.snowplow['2014-01'] as Facts;
  const page = facts.parameters.page as Parameter;
  const drawn = fc.sample(coreSample(page, facts) as fc.Arbitrary<Sample>, { seed: 3, numRuns: 4000 });

  test('text comes in every class and in several ways of escaping', () => {
    const classes = Object.entries(facts.wireForms.text?.valueClasses ?? {}).filter(([, level]) => level === 'MUST');
    expect(new Set(drawn.map((sample) => sample.class))).toEqual(new Set(classes.map(([name]) => name)));
    expect(drawn.some(({ wire }) => /%[0-9][a-f]/.test(wire))).toBe(true);
    expect(drawn.some(({ wire }) => /%[0-9][A-F]/.test(wire))).toBe(true);
    expect(drawn.some(({ wire }) => /%6[1-9]/.test(wire))).toBe(true);
    expect(drawn.some(({ wire }) => /[a-z]\+[a-z]/i.test(wire))).toBe(true);
    expect(drawn.some(({ wire }) => /%20/.test(wire))).toBe(true);
  });

  test('a plus sign is sent as %2B and a blank beside it as +', () => {
    for (const { wire, class: name } of drawn) if (name === 'plus') expect(wire).toMatch(/%2B.*\+/i);
  });

  test.each([
    ['page', /^[a-z]$/i],
    ['vp', /^1x1$/],
    ['se_va', /^[0-9]$/],
    ['dtm', /^[0-9]{13}$/],
    ['url', /^http%3A%2F%2Fa\.example%2F$/],
    ['vid', /^0$/],
    ['f_pdf', /^0$/],
  ])('%s shrinks to a short plain value', (name, shortest) => {
    const samples = coreSample(facts.parameters[name] as Parameter, facts) as fc.Arbitrary<Sample>;
    const { counterexample } = fc.check(
      fc.property(samples, () => false),
      { seed: 5 },
    );
    expect((counterexample?.[0] as Sample | undefined)?.wire).toMatch(shortest);
  });

  test('wider classes are drawn apart from the core', () => {
    const wide = fc.sample(wideSample(page, facts) as fc.Arbitrary<Sample>, { seed: 3, numRuns: 400 });
    const levels = facts.wireForms.text?.valueClasses ?? {};
    expect(wide.every((sample) => levels[sample.class] === 'SHOULD')).toBe(true);
    expect(drawn.every((sample) => levels[sample.class] === 'MUST')).toBe(true);
  });
});
