import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** A file below `generated/` that is not what the spec gives. */
export interface Drift {
  path: string;
  fault: 'differs from the spec' | 'is missing' | 'is not generated';
}

/** The one file in `generated/` that people write: the compiler's wall around the room. */
const written = 'tsconfig.json';

/** Compares `generated/` below `root` with fresh texts. */
export function driftOf(root: string, files: ReadonlyMap<string, string>): Drift[] {
  const drift: Drift[] = [];
  for (const [path, text] of files) {
    const onDisk = join(root, 'generated', path);
    if (!existsSync(onDisk)) drift.push({ path, fault: 'is missing' });
    else if (readFileSync(onDisk, 'utf8') !== text) drift.push({ path, fault: 'differs from the spec' });
  }
  for (const path of presentFiles(join(root, 'generated'))) {
    if (!files.has(path) && path !== written) drift.push({ path, fault: 'is not generated' });
  }
  return drift;
}

/** Writes the files that have drifted and removes those that are no longer generated. */
export function write(root: string, files: ReadonlyMap<string, string>, drift: readonly Drift[]): void {
  for (const { path } of drift) {
    const text = files.get(path);
    const onDisk = join(root, 'generated', path);
    if (text === undefined) {
      rmSync(onDisk);
      continue;
    }
    mkdirSync(dirname(onDisk), { recursive: true });
    writeFileSync(onDisk, text);
  }
}

function presentFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
