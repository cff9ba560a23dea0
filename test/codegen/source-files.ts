/** The sources' facts in the spec, and the documents themselves when the folder beside the repository has them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Problems } from '../../codegen/problems.ts';
import type { SourceFile } from '../../codegen/read/shapes.ts';
import { readSpec } from '../../codegen/read/spec.ts';

const root = resolve(import.meta.dirname, '../..');
const seedFolder = resolve(root, '../shared/seeds');

export const seedsAbsent = existsSync(seedFolder) ? '' : ' (skipped: ../shared/seeds is absent)';

/** Table rows of one protocol as objects by column title, with the section they stand in. */
export interface SourceRow {
  section: string;
  [title: string]: string;
}

const spec = readSpec(root, new Problems());

export function sourcesOf(protocol: string): SourceFile[] {
  const found = spec.protocols.find((one) => one.protocol.content.protocol === protocol);
  return found?.sources.map(({ content }) => content) ?? [];
}

/** Rows of every table whose first column has this title. */
export function rowsOf(protocol: string, firstTitle: string): SourceRow[] {
  return sourcesOf(protocol).flatMap(({ section, table }) => {
    if (table?.columns[0] !== firstTitle) return [];
    return table.rows.map((row) => ({
      section,
      ...Object.fromEntries(table.columns.map((title, index) => [title, row[index] ?? ''])),
    }));
  });
}

/** Lines of a seed document whose first line begins so; empty when the folder is absent. */
export function seedLines(beginning: RegExp): string[] {
  if (seedsAbsent !== '') return [];
  const texts = readdirSync(seedFolder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(seedFolder, file), 'utf8'));
  return texts.find((text) => beginning.test(text))?.split('\n') ?? [];
}

export interface Clause {
  id: string;
  kind: string;
  testable: string;
}

export function clauses(): Clause[] {
  return seedsAbsent === '' ? JSON.parse(readFileSync(join(seedFolder, 'clauses.json'), 'utf8')) : [];
}
