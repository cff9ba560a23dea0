import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Problems } from '../problems.ts';
import { type JsonFile, readJsonFolder } from './json-files.ts';
import type { JsonSchema } from './shapes.ts';

/** Schemas of the files that users write or read; one that does not compile is a problem and left out. */
export function readFileSchemas(root: string, problems: Problems): JsonFile<JsonSchema>[] {
  const files = readJsonFolder(root, 'spec/files', problems) as JsonFile<JsonSchema>[];
  return files.filter(({ path, content }) => {
    if (!path.endsWith('.schema.json')) {
      problems.add(path, 'is not a schema by its name', 'End the name with .schema.json.');
      return false;
    }
    try {
      const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
      addFormats.default(ajv);
      ajv.compile(content);
      return true;
    } catch (error) {
      problems.add(path, `is no JSON Schema (${(error as Error).message})`, 'Correct it by JSON Schema 2020-12.');
      return false;
    }
  });
}
