import type { Form } from './form.ts';

/** A JSON document; every column holds its text as it came, not a rendering of what it means. */
export const json: Form = (text) => {
  try {
    JSON.parse(text);
  } catch (error) {
    return { fault: `it is not a JSON document: ${(error as Error).message}` };
  }
  return { values: [text, text] };
};
