/** Verdicts of an earlier run, so that one that was broken off, or that found survivors, is not begun anew. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { keyOf, type Mutant } from './mutants.ts';
import type { Fate, Verdict } from './trials.ts';

interface Line {
  key: string;
  fate: Fate;
  named?: string;
}

/**
 * What the file says of mutants that were seen; the others are tried again, since a check may be new. The file must
 * be thrown away when a check is taken out or the server is changed.
 *
 * @param file one JSON object a line; absent at first
 */
export function readEarlier(file: string, mutants: readonly Mutant[]): Verdict[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
    .filter(({ fate }) => fate !== 'survived' && fate !== 'unreached');
  const known = new Map(lines.map((line) => [line.key, line]));
  return mutants.flatMap((mutant) => {
    const line = known.get(keyOf(mutant));
    if (line === undefined) return [];
    const { fate, named } = line;
    return [named === undefined ? { mutant, fate } : { mutant, fate, named }];
  });
}

export function keep(file: string, { mutant, fate, named }: Verdict): void {
  const line: Line = { key: keyOf(mutant), fate, ...(named === undefined ? {} : { named }) };
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}
