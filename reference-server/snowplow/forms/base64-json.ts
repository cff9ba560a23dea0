import type { Form } from './form.ts';
import { json } from './json.ts';

const shape = /^[A-Za-z0-9+/_-]*={0,2}$/;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A JSON document in UTF-8 and Base64, of either alphabet, padded or not; stored as the text inside. */
export const base64Json: Form = (text, place) => {
  // In a query a plus sign that was not encoded means a blank, and no alphabet has one.
  const digits = text.replaceAll(' ', '+');
  if (!shape.test(digits)) return { fault: 'it is not Base64' };
  try {
    return json(utf8.decode(Buffer.from(digits, 'base64url')), place);
  } catch {
    return { fault: 'its Base64 does not hold UTF-8' };
  }
};
