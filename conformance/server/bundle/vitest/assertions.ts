import type { StoredValue } from '../../model.ts';
import type { BundledCase } from '../bundled-case.ts';
import type { Expectations, ExpectedColumn, ExpectedRow, Relation } from '../expectations.ts';
import { type Facet, facetsOf, type Observed, storedIn, templateOfObserved } from '../observed.ts';
import { string, text } from './quote.ts';
import { foundBy, valueText } from './reading.ts';

/** The lines of a test that fail while the target does what it did. */
export function assertionLines(
  bundled: BundledCase,
  expectations: Expectations,
  observed: readonly Observed[],
): string[] {
  const { template, requests } = bundled;
  const { rows, relations, absent, answers } = expectations;
  const asked = new Set(answers.map(({ request }) => request));
  const accepted = requests.flatMap((_, index) =>
    asked.has(index) ? [] : [`expect(answers[${index}]?.status, "status of answer ${index + 1}").toBeLessThan(500);`],
  );
  return [
    ...(rows.length + relations.length + absent.length > 0 ? accepted : []),
    ...answers.flatMap(({ request }) => answerLines(bundled, request, observed)),
    ...rows.flatMap((row) => rowLines(row, template, observed)),
    ...relations.flatMap((relation) => relationLines(relation, template)),
    ...absent.flatMap(({ twin, ...row }) => [
      `await expect.poll(() => stored(${foundBy(twin, template)}), patience).not.toEqual([]);`,
      `expect(await stored(${foundBy(row, template)})).toEqual([]);`,
    ]),
  ];
}

/** What is right can be told in words only, so the test refuses what was wrong. */
function answerLines({ scenario, requirement }: BundledCase, request: number, observed: readonly Observed[]): string[] {
  const expected = scenario.requests[request]?.answer?.filter((one) => one.requirement === requirement) ?? [];
  return expected.flatMap((one) => {
    const seen = observed.flatMap((run) => {
      const reply = run.replies[request];
      return reply?.kind === 'answer'
        ? [{ run, wrong: one.judge(reply.answer), facets: facetsOf(one, reply.answer) }]
        : [];
    });
    if (seen.length > 0 && seen.every(({ wrong }) => wrong === undefined)) return [];
    const sentence = string(`expected of answer ${request + 1}: ${one.expected}`);
    const values = onlyOne(seen.map(({ run, facets }) => facets.map(({ value }) => facetValue(value, run)).join(', ')));
    if (values === undefined) return [`context.skip(${sentence});`];
    const parts = seen[0]?.facets.map((facet) => facetExpression(request, facet)).join(', ');
    return [`expect([${parts}], ${sentence}).not.toEqual([${values}]);`];
  });
}

/** What all runs agree on; nothing when they do not, since then it cannot be known again. */
function onlyOne(texts: readonly string[]): string | undefined {
  return new Set(texts).size === 1 ? texts[0] : undefined;
}

function facetExpression(request: number, { part }: Facet): string {
  if (typeof part === 'string') return `answers[${request}]?.${part}`;
  return `answers[${request}]?.headers[${string(part.header)}]`;
}

function facetValue(value: Facet['value'], observed: Observed): string {
  return typeof value === 'string' ? text(templateOfObserved(observed, value)) : String(value);
}

function rowLines(row: ExpectedRow, template: BundledCase['template'], observed: readonly Observed[]): string[] {
  const { record, once, optional } = row;
  const judged = row.columns.map((column) => ({
    column,
    wrong: column.sentence === undefined ? undefined : wrongIn(observed, record, column.name),
  }));
  const inWords = judged.filter(({ column, wrong }) => column.sentence !== undefined && wrong === undefined);
  const columns = judged.filter((one) => !inWords.includes(one));
  const names = columns.map(({ column }) => string(column.name)).join(', ');
  const found = `stored(${foundBy(row, template)}${columns.length > 0 ? `, [${names}]` : ''})`;
  const matching = `{ ${columns.map(({ column, wrong }) => matcher(column, template, wrong)).join(', ')} }`;
  const skips = inWords.map(({ column }) => {
    return `context.skip(${string(`expected of ${record}.${column.name}: ${column.sentence}`)});`;
  });
  if (optional) return [`for (const row of await ${found}) expect(row).toEqual(${matching});`, ...skips];
  const counted = `await expect.poll(() => ${found}, patience).${once ? 'toHaveLength(1)' : 'not.toEqual([])'};`;
  if (columns.length === 0) return [counted, ...skips];
  const compared = `await expect.poll(() => ${found}, patience).toContainEqual(${matching});`;
  return [...(once ? [counted] : []), compared, ...skips];
}

/** A value or any of several; where what is right can be told in words only, anything but what was stored. */
function matcher(
  { name, values }: ExpectedColumn,
  template: BundledCase['template'],
  wrong: string | undefined,
): string {
  if (wrong !== undefined) return `${string(name)}: expect.not.toBeOneOf([${wrong}])`;
  const texts = values.map((value) => valueText(value, template));
  return `${string(name)}: ${texts.length === 1 ? texts[0] : `expect.toBeOneOf([${texts.join(', ')}])`}`;
}

/** The wrong value of a column that is described in words, when all runs stored the same; a time is another each time. */
function wrongIn(observed: readonly Observed[], record: string, column: string): string | undefined {
  const found = observed.map((run) => ({ run, value: storedIn(run, record, column) }));
  const known = found.every(({ value }) => value !== undefined && !isTime(value));
  return known ? onlyOne(found.map(({ run, value = null }) => observedText(run, value))) : undefined;
}

function isTime(value: StoredValue | StoredValue[]): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value);
}

function observedText(run: Observed, value: StoredValue | StoredValue[]): string {
  if (Array.isArray(value)) return `[${value.map((one) => observedText(run, one)).join(', ')}]`;
  return valueText(value, (text) => templateOfObserved(run, text));
}

function relationLines({ one, other, same }: Relation, template: BundledCase['template']): string[] {
  const value = ({ column, ...found }: Relation['one']) =>
    `await valueIn(${foundBy(found, template)}, ${string(column)})`;
  return [`expect(${value(other)})${same ? '' : '.not'}.toEqual(${value(one)});`];
}
