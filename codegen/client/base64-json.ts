import { type JsonValue, json } from './json.ts';

/** A JSON document in URL-safe Base64 without padding; text outside ASCII goes as UTF-8. */
export function base64Json(value: JsonValue): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(json(value))) bytes += String.fromCharCode(byte);
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
