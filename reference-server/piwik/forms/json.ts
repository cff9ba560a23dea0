/** JSON in a parameter. */

/** The value, or undefined when the text is no JSON document. */
export function json(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // What is no document has no value.
  }
  return value;
}
