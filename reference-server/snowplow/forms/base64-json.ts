import { isUtf8 } from 'node:buffer';
import type { Form } from './form.ts';
import { json } from './json.ts';

const shape = /^[A-Za-z0-9+/_-]*={0,2}$/;

/** A JSON document in UTF-8 and Base64, of either alphabet, padded or not; stored as the text inside. */
export const base64Json: Form = (text, place) => {
  // In a query a plus sign that was not encoded means a blank, and no alphabet has one.
  const digits = text.replaceAll(' ', '+');
  if (!shape.test(digits)) return { fault: 'it is not Base64' };
  const bytes = Buffer.from(digits, 'base64url');
  return isUtf8(bytes) ? json(bytes.toString(), place) : { fault: 'its Base64 does not hold UTF-8' };
};
