import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Problems } from '../problems.ts';
import { type JsonFile, readJsonFolder } from './json-files.ts';
import type { JsonSchema } from './shapes.ts';

/** Judges spec files by the meta-schemas in `spec/meta`; `kind` is a meta-schema's file name without `.schema.json`. */
export interface MetaSchemas {
  has(kind: string): boolean;
  /** True when the file obeys its meta-schema; otherwise every fault of it is a problem. */
  accepts(kind: string, file: JsonFile, problems: Problems): boolean;
}

export function readMetaSchemas(root: string, problems: Problems): MetaSchemas {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
  const names = new Set<string>();
  for (const { path, content } of readJsonFolder(root, 'spec/meta', problems)) {
    const name = path.slice('spec/meta/'.length);
    names.add(name);
    ajv.addSchema(content as JsonSchema, name);
  }
  const validatorOf = (kind: string): ValidateFunction | undefined => ajv.getSchema(`${kind}.schema.json`);
  return {
    has: (kind) => names.has(`${kind}.schema.json`),
    accepts(kind, file, problems) {
      const validate = validatorOf(kind);
      if (validate === undefined) throw new Error(`There is no meta-schema spec/meta/${kind}.schema.json.`);
      if (validate(file.content)) return true;
      for (const error of validate.errors ?? []) {
        problems.add(file.path, faultOf(error), remedyOf(error, `spec/meta/${kind}.schema.json`));
      }
      return false;
    },
  };
}

function faultOf(error: ErrorObject): string {
  const place = error.instancePath === '' ? 'the file' : error.instancePath;
  if (error.keyword === 'additionalProperties')
    return `${place} has the unknown field "${error.params.additionalProperty}"`;
  if (error.keyword === 'required') return `${place} lacks the field "${error.params.missingProperty}"`;
  return `${place} ${error.message}`;
}

function remedyOf(error: ErrorObject, schema: string): string {
  switch (error.keyword) {
    case 'additionalProperties':
      return `Remove "${error.params.additionalProperty}", or give it a meaning in ${schema}.`;
    case 'required':
      return `Add "${error.params.missingProperty}"; ${schema} says what it holds.`;
    case 'enum':
      return `Use one of ${error.params.allowedValues.join(', ')} (${schema}).`;
    case 'const':
      return `Write ${JSON.stringify(error.params.allowedValue)} (${schema}).`;
    default:
      return `Change the value so that it obeys ${schema} (${error.schemaPath}).`;
  }
}
