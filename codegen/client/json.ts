import { expected } from './expected.ts';

/** Anything JSON can write. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** A JSON document. */
export function json(value: JsonValue): string {
  const document = JSON.stringify(value);
  if (document === undefined) throw expected('a value that JSON can write', value);
  return document;
}
