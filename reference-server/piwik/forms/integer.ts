/** Whole numbers as servers of the time took them: `7`, `007`, `+7`, ` 7` and `7.0`, but not `7 `, `7abc`, `0x7`. */

const form = /^[ \t\v\f]*([+-]?\d+)(?:\.0*)?(?:e0)?$/i;

/** The number, or undefined when the text is none or too large to be exact: the caller then takes its default. */
export function integer(text: string): number | undefined {
  const digits = form.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  // Adding zero turns -0, which no column holds, into 0.
  return Number.isSafeInteger(number) ? number + 0 : undefined;
}
