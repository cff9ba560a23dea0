import { compile } from 'json-schema-to-typescript';
import type { JsonSchema } from '../read/shapes.ts';
import type { Emitter, Source } from './emitter.ts';
import { header } from './header.ts';
import { recordsSchema } from './records-schema.ts';
import { requestSchema } from './request-schema.ts';

/** `request.ts`: the tracking request as a type; the names the spec knows, without the open end of the schema. */
export const requestTypesFile: Emitter = {
  file: 'request.ts',
  async text(source) {
    const { patternProperties, ...schema } = requestSchema(source);
    return withFamilies(await typesOf({ ...schema, additionalProperties: false }, source.origin), source);
  },
};

/** The compiler of types knows patterns of names as any name; TypeScript can say `dimension` and a number. */
function withFamilies(types: string, { facts }: Source): string {
  const families = Object.values(facts.parameters).filter(({ names }) => names !== undefined);
  const fields = families.map(({ name, description }) => {
    return `  /**\n   * ${description}\n   */\n  [name: \`${name.slice(0, -1)}\${number}\`]: string | undefined;\n`;
  });
  return types.replace(/}\n$/, () => `${fields.join('')}}\n`);
}

/** `records.ts`: a type for the rows of each record. */
export const recordsTypesFile: Emitter = {
  file: 'records.ts',
  text: (source) => typesOf(recordsSchema(source), source.origin),
};

/** TypeScript types of a JSON Schema. */
export async function typesOf(schema: JsonSchema, origin: string): Promise<string> {
  const types = await compile(asDraft7(schema), String(schema.title), {
    bannerComment: '',
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  return `${header('schema-types', origin)}\n${types}`;
}

/** The compiler of types reads draft-07, where shared schemas stand under `definitions`. */
function asDraft7({ $schema, $id, $comment, $defs = {}, ...schema }: JsonSchema): JsonSchema {
  const shared = $defs as Readonly<Record<string, JsonSchema>>;
  const inlined = inlineSimple({ ...schema, definitions: shared }, shared);
  return JSON.parse(JSON.stringify(inlined).replaceAll('"#/$defs/', '"#/definitions/'));
}

/** Only objects become types of their own: a reference to a text or a list is replaced by what it refers to. */
function inlineSimple(value: unknown, shared: Readonly<Record<string, JsonSchema>>): unknown {
  if (Array.isArray(value)) return value.map((item) => inlineSimple(item, shared));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, ...rest } = value as JsonSchema;
  const target = typeof $ref === 'string' ? shared[$ref.slice('#/$defs/'.length)] : undefined;
  const simple = target !== undefined && target.type !== 'object';
  const merged = simple ? { ...target, ...rest } : (value as JsonSchema);
  return Object.fromEntries(Object.entries(merged).map(([key, item]) => [key, inlineSimple(item, shared)]));
}
