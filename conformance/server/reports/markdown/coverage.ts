import type { Report } from '../../../../generated/files/report.ts';
import { countOf, coverageLine, layersOf } from '../coverage-layers.ts';
import { clipped } from '../visible.ts';
import { fitting, longestBlock, longestCell } from './share.ts';
import { code, plain, table } from './text.ts';

/** A line for each protocol, and to be opened what was not reached, with the reason. */
export function coverage({ coverage: measured = [] }: Report): string[] {
  if (measured.length === 0) return [];
  const rows = measured.flatMap((one) =>
    layersOf(one).flatMap(({ name, unreached }) =>
      unreached.map(({ reason, ids }) => [
        plain(`${one.protocol} ${one.version}`),
        plain(countOf(ids.length, name)),
        plain(clipped(reason, longestCell * 2)),
        code(clipped(ids.join(' '), longestBlock)),
      ]),
    ),
  );
  return [
    '### Coverage',
    ...measured.map((one) => plain(`${one.protocol} ${one.version}: ${coverageLine(one)}.`)),
    ...(rows.length === 0
      ? []
      : [
          '<details><summary>Not reached</summary>',
          table(['protocol', 'what', 'why', 'which'], fitting(rows)),
          '</details>',
        ]),
  ];
}
