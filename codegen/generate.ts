import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedSpec } from './check.ts';
import { clientFile } from './emit/client.ts';
import { factsFile } from './emit/facts.ts';
import { fileSchemas } from './emit/files.ts';
import { header } from './emit/header.ts';
import { indexFile } from './emit/index.ts';
import { openapiFile } from './emit/openapi.ts';
import { pathsFile } from './emit/paths.ts';
import { recordsSchemaFile } from './emit/records-schema.ts';
import { requestSchemaFile } from './emit/request-schema.ts';
import { recordsTypesFile, requestTypesFile } from './emit/schema-types.ts';
import { specificationFile } from './emit/specification.ts';
import { tablesFile } from './emit/tables.ts';
import { traceFile } from './emit/trace.ts';
import { validateFile } from './emit/validate.ts';
import { validatorsFile } from './emit/validators.ts';

const emitters = [
  factsFile,
  tablesFile,
  requestSchemaFile,
  recordsSchemaFile,
  requestTypesFile,
  recordsTypesFile,
  openapiFile,
  pathsFile,
  validateFile,
  clientFile,
  specificationFile,
  traceFile,
];

/**
 * Generates everything from the spec below `root`, in memory: path below `generated/` to text.
 * Throws a `SpecError` that names every fault of the spec.
 */
export async function generate(root: string): Promise<Map<string, string>> {
  const { sources, files: schemas } = checkedSpec(root);
  const files = new Map<string, string>();
  files.set('model.ts', header('model', 'codegen/model.ts') + readFileSync(join(root, 'codegen/model.ts'), 'utf8'));
  const editions = sources.map(({ facts }) => facts);
  files.set('index.ts', indexFile(editions));
  files.set('validators.ts', validatorsFile(editions));
  for (const [path, text] of await fileSchemas(root, schemas)) files.set(path, text);
  for (const source of sources) {
    for (const { file, text } of emitters) {
      files.set(`${source.facts.protocol}/${source.facts.version}/${file}`, await text(source));
    }
  }
  return files;
}
