/** JSON whose numbers keep every digit: a float would change decimals and long integers. */

// Node has both since version 22; lib.es2024 declares neither.
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };
type Reviver = (key: string, value: unknown) => unknown;

/** A decimal as a JSON number, in its own notation; text that is none stays text. */
export function exactNumber(text: string): unknown {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? rawJSON(text) : text;
}

/** A document to be written again by `JSON.stringify` with its numbers unchanged; text that is no JSON stays text. */
export function exactDocument(text: string): unknown {
  try {
    return JSON.parse(text, keepNumber as Reviver);
  } catch {
    return text;
  }
}

function keepNumber(_key: string, value: unknown, { source }: { source?: string }): unknown {
  return typeof value === 'number' && source !== undefined ? rawJSON(source) : value;
}
