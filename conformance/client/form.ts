/**
 * What a wire form asks beyond the JSON Schema of its text: schemas annotate embedded JSON but do not look into it.
 * Each returns what is wrong, or undefined.
 */
export const beyondSchema: Readonly<Record<string, (text: string) => string | undefined>> = {
  json: (text) => jsonFault(text),
  'base64-json': base64JsonFault,
  'custom-variables': customVariablesFault,
  'ecommerce-items': ecommerceItemsFault,
  'date-time': dateTimeFault,
  moment: dateTimeFault,
};

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function jsonFault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return `is no JSON (${(error as Error).message})`;
  }
}

/** Standard and URL-safe alphabet, with or without padding: clients send all four. */
function base64JsonFault(text: string): string | undefined {
  try {
    return jsonFault(base64Text(text));
  } catch (error) {
    return error instanceof TypeError ? 'holds bytes that are not UTF-8' : 'is no Base64';
  }
}

/**
 * The text in Base64 of any alphabet.
 *
 * @throws TypeError when its bytes are no UTF-8, DOMException when it is no Base64
 */
export function base64Text(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  return strictUtf8.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

function customVariablesFault(text: string): string | undefined {
  const fault = jsonFault(text);
  if (fault) return fault;
  const slots: unknown = JSON.parse(text);
  if (slots === null || typeof slots !== 'object') return 'is no object of slots';
  // PHP clients write slots that begin at 0 or 1 as a list: the index is the slot.
  for (const [slot, pair] of Object.entries(slots)) {
    if (Array.isArray(slots) && pair === null) continue;
    if (!/^[0-9]+$/.test(slot)) return `has the slot ${JSON.stringify(slot)}, which is no number`;
    if (!Array.isArray(pair) || pair.length !== 2) return `has in slot ${slot} no pair of name and value`;
  }
  return undefined;
}

function ecommerceItemsFault(text: string): string | undefined {
  const fault = jsonFault(text);
  if (fault) return fault;
  const items: unknown = JSON.parse(text);
  if (!Array.isArray(items)) return 'is no list of items';
  const odd = items.findIndex((item) => !Array.isArray(item));
  return odd < 0 ? undefined : `has as item ${odd} no list of SKU, name, category, price and quantity`;
}

/** The pattern of the form lets the 45th day of a month pass. */
function dateTimeFault(text: string): string | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const dayExists = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  const timeExists = (hour ?? 0) <= 23 && (minute ?? 0) <= 59 && (second ?? 0) <= 59;
  return dayExists && timeExists ? undefined : 'names a moment that does not exist';
}
