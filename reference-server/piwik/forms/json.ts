/** JSON in a parameter. */

/** The value, or undefined when the text is no JSON document. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
