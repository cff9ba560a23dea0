import { isUtf8 } from 'node:buffer';
import type { Form } from './form.ts';
import { json } from './json.ts';

/**
 * A JSON document in UTF-8 and Base64, of either alphabet, padded or not; stored as the text inside. Characters of no
 * alphabet are passed over, as the decoders of the day did.
 */
export const base64Json: Form = (text, place) => {
  // In a query a plus sign that was not encoded means a blank, and no alphabet has one.
  const bytes = Buffer.from(text.replaceAll(' ', '+'), 'base64url');
  return isUtf8(bytes) ? json(bytes.toString(), place) : { fault: 'its Base64 does not hold UTF-8' };
};
