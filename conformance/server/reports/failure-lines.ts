import type { Counterexample, ShownRequest } from '../../../generated/files/report.ts';
import { type ComparedColumn, type Difference, differencesOf } from './difference.ts';

/** A request as lines of text. */
export function requestLines({ method, url, headers, body }: ShownRequest): string[] {
  return [
    `${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['', body]),
  ];
}

/** What is wrong with each row, column by column. */
export function differenceLines(counterexample: Counterexample): string[] {
  return differencesOf(counterexample).flatMap((difference) => [
    `${titleOf(difference)}:`,
    ...difference.columns.map(
      ({ name, expected, stored }) => `  ${name}: expected ${expected ?? 'nothing'}, stored ${stored ?? 'nothing'}`,
    ),
  ]);
}

/** `log_visit where idvisitor = "0123", not stored` */
export function titleOf({ record, kind, same }: Difference): string {
  const where = same.length > 0 ? ` where ${same.map(foundBy).join(' and ')}` : '';
  const words = { differs: '', missing: ', not stored', surplus: ', stored but not expected', beside: ', also stored' };
  return `${record}${where}${words[kind]}`;
}

function foundBy({ name, stored, expected }: ComparedColumn): string {
  return `${name} = ${stored ?? expected}`;
}
