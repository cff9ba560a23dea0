/**
 * What a wire form asks beyond the JSON Schema of its text: schemas annotate embedded JSON but do not look into it.
 * Each returns what is wrong, or undefined.
 */
export const beyondSchema: Readonly<Record<string, (text: string) => string | undefined>> = {
  json: (text) => jsonFault(text),
  'base64-json': (text) => base64Fault(text) ?? jsonFault(Buffer.from(text, 'base64').toString('utf8')),
  'custom-variables': customVariablesFault,
  'ecommerce-items': ecommerceItemsFault,
};

function jsonFault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return `is no JSON (${(error as Error).message})`;
  }
}

function base64Fault(text: string): string | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64'));
    return undefined;
  } catch {
    return 'holds bytes that are not UTF-8';
  }
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
