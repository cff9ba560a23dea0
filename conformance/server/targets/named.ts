import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TargetFile } from './target-file.ts';

/** Names of the known targets, for `--target NAME`. */
export const targetNames: readonly string[] = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length));

/** The facts of a known target, or undefined when the name is not one of {@link targetNames}. */
export function targetNamed(name: string): TargetFile | undefined {
  if (!targetNames.includes(name)) return undefined;
  return JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8')) as TargetFile;
}
