/** Recorded requests and rows of real clients and servers. They lie outside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../shared/corpus');

/** Undefined when the file is there, else the reason for which its tests are skipped. */
export function missing(file: string): string | undefined {
  return existsSync(join(folder, file)) ? undefined : `${file} is not in ../shared/corpus`;
}

/** The entries of a file, one JSON document a line; none when the file is not there. */
export function lines<Entry>(file: string): Entry[] {
  if (missing(file) !== undefined) return [];
  const text = readFileSync(join(folder, file), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
}
