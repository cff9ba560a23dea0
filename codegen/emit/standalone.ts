import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';
import type { JsonSchema } from '../read/shapes.ts';

/**
 * Compiles a JSON Schema to a validator without dependencies: a statement that declares `name`, whose property
 * `validate` is the function with its `errors`. Ajv's own output requires helpers at run time, so esbuild bundles
 * them in.
 */
export async function standaloneValidator(schema: JsonSchema, name: string): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    code: { source: true, esm: true },
  });
  addFormats.default(ajv);
  const code = standaloneCode.default(ajv, ajv.compile(withoutProse(schema)));
  const result = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: name,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
  });
  return result.outputFiles[0]?.text ?? '';
}

/** The schema without the sentences that no validator reads: the compiled code would carry them along. */
function withoutProse(schema: JsonSchema): JsonSchema {
  return JSON.parse(
    JSON.stringify(schema, (_, value) => {
      if (typeof value?.description !== 'string' && typeof value?.$comment !== 'string') return value;
      const { description, $comment, ...rest } = value;
      return typeof description === 'object' ? { description, ...rest } : rest;
    }),
  );
}
