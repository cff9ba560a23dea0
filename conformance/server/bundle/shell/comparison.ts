import { visible } from '../../reports/visible.ts';
import type { BundledCase } from '../bundled-case.ts';
import type { Expectations, ExpectedRow, Found } from '../expectations.ts';
import { word } from './quote.ts';
import { readingFunctions, rowsCommand, valuesCommand } from './reading.ts';

/** The lines that show what must be stored and, below it, what was; nothing when it is about answers only. */
export function comparisonLines(bundled: BundledCase, { rows, relations, absent }: Expectations): string[] {
  const found: Found[] = [
    ...rows,
    ...relations.flatMap(({ one, other }) => [one, other]),
    ...absent.flatMap((row) => [row.twin, row]),
  ];
  const names = new Map<string, string>();
  const lookups = found.flatMap((one) => {
    const key = keyOf(one);
    if (names.has(key)) return [];
    const name = `rows_${names.size + 1}`;
    names.set(key, name);
    return [`find_${name}() { ${rowsCommand(one, bundled.template)}; }`, `awaited find_${name}; ${name}=$found`];
  });
  if (found.length === 0) return [];
  const show = new Shown(bundled, (one) => names.get(keyOf(one)) ?? '');
  return [
    ...readingFunctions(bundled),
    '',
    ...lookups,
    'say',
    ...rows.flatMap((row) => show.row(row)),
    ...relations.flatMap(({ one, other, same }) => [
      ...show.expected(
        `${other.column} of ${placeOf(other)} is ${same ? 'the same as' : 'another than'} ${one.column} of ${placeOf(one)}`,
      ),
      `say "Stored:   ${valuesCommand(show.variable(other), other.column)}and ${valuesCommand(show.variable(one), one.column)}"`,
    ]),
    ...absent.flatMap(({ twin, ...row }) => [
      ...show.expected(`none of ${placeOf(row)}, but one of ${placeOf(twin)}, which was sent with it`),
      `say "Stored:   ${show.count(row)} and ${show.count(twin)}"`,
    ]),
  ];
}

function keyOf({ record, where }: Found): string {
  return JSON.stringify([record, where]);
}

class Shown {
  readonly #bundled: BundledCase;
  /** The variable that holds rows. */
  readonly variable: (found: Found) => string;

  constructor(bundled: BundledCase, variable: (found: Found) => string) {
    this.#bundled = bundled;
    this.variable = variable;
  }

  expected(sentence: string): string[] {
    return [`say ${word(['Expected: ', ...this.#bundled.template(sentence)])}`];
  }

  row(row: ExpectedRow): string[] {
    const cells = row.columns.map(({ name }) => `, ${name} = ${valuesCommand(this.variable(row), name)}`);
    return [...this.expected(sentenceOf(row)), `say "Stored:   ${this.count(row)}${cells.join('')}"`];
  }

  /** How many rows there are: each has the record's first column once. */
  count(found: Found): string {
    const first = this.#bundled.facts.records[found.record]?.[0]?.column ?? '';
    return `$(printf '%s' "$${this.variable(found)}" | column ${first} | wc -l) of ${found.record}`;
  }
}

/** `one of log_visit where idvisitor = "0123", config_resolution = "1024x768"` */
function sentenceOf(row: ExpectedRow): string {
  const { columns, once, optional } = row;
  const cells = columns.map(({ name, values, sentence }) => {
    const allowed = sentence ?? values.map((value) => visible(JSON.stringify(value))).join(' or ');
    return `, ${name} = ${allowed}`;
  });
  return `${optional ? 'perhaps one' : once ? 'one' : 'at least one'} of ${placeOf(row)}${cells.join('')}`;
}

function placeOf({ record, where }: Found): string {
  const columns = Object.entries(where).map(([name, value]) => `${name} = ${visible(JSON.stringify(value))}`);
  return `${record} where ${columns.join(' and ')}`;
}
