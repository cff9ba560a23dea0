import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonFile } from '../read/json-files.ts';
import type { JsonSchema } from '../read/shapes.ts';
import { header } from './header.ts';
import { typesOf } from './schema-types.ts';
import { standaloneValidator } from './standalone.ts';

/** `generated/files/`: a type and a validator for each file that users write or read (`spec/files/*.schema.json`). */
export async function fileSchemas(root: string, schemas: readonly JsonFile<JsonSchema>[]): Promise<[string, string][]> {
  if (schemas.length === 0) return [];
  const faults = readFileSync(join(root, 'codegen/files/faults.ts'), 'utf8');
  const found: [string, string][] = [['files/faults.ts', header('files', 'codegen/files/faults.ts') + faults]];
  for (const { path, content } of schemas) {
    const name = path.slice('spec/files/'.length, -'.schema.json'.length);
    const title = typeNameOf(name);
    found.push([`files/${name}.ts`, await typesOf({ ...content, title }, path)]);
    found.push([`files/validate-${name}.ts`, await validator(name, title, path, content)]);
  }
  return found;
}

/** `check-report` as `CheckReport`. */
function typeNameOf(name: string): string {
  return name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

async function validator(name: string, title: string, path: string, schema: JsonSchema): Promise<string> {
  return `// @ts-nocheck The compiled part is plain JavaScript.
${header('files', path)}
import type { FileFault } from '../model.ts';
import { faultsOf } from './faults.ts';

/** Judges a parsed ${name} file by ${path}; an empty list means that it is a \`${title}\`. */
export function validate${title}(value: unknown): FileFault[] {
  return validator.validate(value) ? [] : faultsOf(validator.validate.errors);
}

${await standaloneValidator(schema, 'validator')}`;
}
