/** JSON whose numbers keep their source text, so that no digit of a decimal is lost. */

// Node has both since version 22; lib.es2024 declares neither.
const { rawJSON, isRawJSON } = JSON as unknown as {
  rawJSON(text: string): { rawJSON: string };
  isRawJSON(value: unknown): value is { rawJSON: string };
};
type Reviver = (key: string, value: unknown) => unknown;

export function parseExact(text: string): unknown {
  return JSON.parse(text, keepNumber as Reviver);
}

/** The source text of a number that {@link parseExact} read; undefined for anything else. */
export function numberText(value: unknown): string | undefined {
  return isRawJSON(value) ? value.rawJSON : undefined;
}

function keepNumber(_key: string, value: unknown, { source }: { source?: string }): unknown {
  return typeof value === 'number' && source !== undefined ? rawJSON(source) : value;
}
