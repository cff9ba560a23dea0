/** A copy of the spec that a test may break. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { checkedSpec } from '../../codegen/check.ts';
import { type Problem, SpecError } from '../../codegen/problems.ts';

const root = resolve(import.meta.dirname, '../..');

// biome-ignore lint/suspicious/noExplicitAny: tests write what the spec's types forbid.
type Json = any;

export interface CopiedSpec {
  root: string;
  /** Changes one JSON file, which may be new: then it starts as `{}`. */
  edit(path: string, change: (content: Json) => Json): void;
  /** Changes the text of every file below a folder. */
  rewrite(folder: string, change: (text: string) => string): void;
  remove(): void;
}

/** Copies `spec/` and what the generator reads beside it to a temporary folder. */
export function copySpec(): CopiedSpec {
  const copy = mkdtempSync(join(tmpdir(), 'beaconform-spec-'));
  cpSync(join(root, 'spec'), join(copy, 'spec'), { recursive: true });
  for (const path of ['codegen/model.ts', 'codegen/files/faults.ts']) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  return {
    root: copy,
    edit(path, change) {
      const file = join(copy, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(change(parse(file)) ?? {}, null, 2));
    },
    rewrite(folder, change) {
      for (const entry of readdirSync(join(copy, folder), { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name);
        if (entry.isFile()) writeFileSync(file, change(readFileSync(file, 'utf8')));
      }
    },
    remove: () => rmSync(copy, { recursive: true }),
  };
}

function parse(file: string): Json {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** The faults of the spec below a folder; none when it is sound. */
export function problemsOf(folder: string): readonly Problem[] {
  try {
    checkedSpec(folder);
    return [];
  } catch (error) {
    if (error instanceof SpecError) return error.problems;
    throw error;
  }
}

/** The faults of the spec when one file is changed. */
export function problemsAfter(path: string, change: (content: Json) => Json): readonly Problem[] {
  const copy = copySpec();
  try {
    copy.edit(path, change);
    return problemsOf(copy.root);
  } finally {
    copy.remove();
  }
}
