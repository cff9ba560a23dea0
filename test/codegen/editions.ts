/** Every generated edition with its modules, so that a test holds for each. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { versions } from '../../generated/index.ts';
import type { Facts } from '../../generated/model.ts';

export interface Violation {
  parameter: string;
  keyword: string;
  message: string;
}

export interface GeneratedEdition {
  name: string;
  facts: Facts;
  /** Folder of the edition's generated files. */
  folder: string;
  validateRequest(request: Readonly<Record<string, string>>): Violation[];
  ddl: readonly { record: string; create: string; indexes: readonly string[] }[];
}

export const editions: readonly GeneratedEdition[] = await Promise.all(
  Object.values(versions)
    .flat()
    .map(async (facts) => {
      const folder = resolve(import.meta.dirname, '../../generated', facts.protocol, facts.version);
      const { validateRequest } = await import(`${folder}/validate.ts`);
      const { ddl } = await import(`${folder}/tables.ts`);
      return { name: `${facts.protocol} ${facts.version}`, facts, folder, validateRequest, ddl };
    }),
);

/** A generated JSON file. */
// biome-ignore lint/suspicious/noExplicitAny: the documents have many shapes.
export function readGenerated(edition: GeneratedEdition, file: string): any {
  return JSON.parse(readFileSync(`${edition.folder}/${file}`, 'utf8'));
}
