/** Rule custom-variables: five slots of a name and a value, of a visit (`_cvar`) or of a page (`cvar`). */
import { cutCharacters, trimmed, withoutBreaks } from './forms/text.ts';

const slots: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);
const longest = 200;

/** Columns `custom_var_k1` to `custom_var_v5` of the slots given; an empty text is a deletion by the client. */
export type CustomVariables = Record<string, string>;

/**
 * Reads a decoded JSON object from slot to pair; a list counts its slots from 0, and what is no pair in a slot from
 * 1 to 5 is skipped (Piwik 2.0.3, section 3.10). Texts are stored as sent.
 */
export function customVariables(document: unknown): CustomVariables {
  const columns: CustomVariables = {};
  for (const [key, pair] of Object.entries(document ?? {})) {
    const slot = Number.parseInt(key, 10);
    if (!slots.has(slot)) continue;
    if (typeof pair !== 'object' || pair === null) continue;
    const [name, value, ...more] = Object.values(pair);
    if (value === undefined || more.length > 0 || !isName(name)) continue;
    columns[`custom_var_k${slot}`] = column(name);
    columns[`custom_var_v${slot}`] = column(value);
  }
  return columns;
}

/** The slots in which something is stored: a copy of them goes to every conversion of the visit. */
export function storedSlots(row: Readonly<Record<string, unknown>>): CustomVariables {
  const columns: CustomVariables = {};
  for (const slot of slots) {
    const name = String(row[`custom_var_k${slot}`] ?? '');
    if (name === '') continue;
    columns[`custom_var_k${slot}`] = name;
    columns[`custom_var_v${slot}`] = String(row[`custom_var_v${slot}`]);
  }
  return columns;
}

function isName(name: unknown): boolean {
  return name === null || typeof name === 'string' || typeof name === 'number';
}

function column(value: unknown): string {
  if (value === false || typeof value === 'object') return '';
  return cutCharacters(trimmed(withoutBreaks(value === true ? '1' : String(value))), longest);
}
