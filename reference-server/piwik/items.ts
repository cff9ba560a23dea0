/** Items of an order or cart, as `ec_items` lists them: `[["SKU", "name", "category", price, quantity], …]`. */
import { decimal, rounded } from './forms/decimal.ts';
import { trimmed } from './forms/text.ts';

export interface Item {
  /** Nothing when a list came in its place. */
  sku: string;
  name: string;
  /** At most five. */
  categories: readonly string[];
  /** Decimal text. */
  price: string;
  /** A whole number; less than nothing is possible, and lessens the sum of the order. */
  quantity: number;
}

const mostCategories = 5;
const largestQuantity = 4294967295;

/** A JSON number by its digits: a price never passes through a float. */
interface ExactNumber {
  digits: string;
}

/**
 * Reads the items; undefined when the text is no JSON list. An item without SKU is left out, one without a price
 * costs 0, one without a quantity counts 1.
 */
export function readItems(text: string): Item[] | undefined {
  const document = exactJson(text);
  if (typeof document !== 'object' || document === null || isExact(document)) return undefined;
  return Object.values(document)
    .map(readItem)
    .filter((item) => item !== undefined);
}

function readItem(entry: unknown): Item | undefined {
  // A text is taken apart into its characters, as servers of the day do.
  const list = typeof entry === 'string' ? [...entry] : entry;
  if (typeof list !== 'object' || list === null || isExact(list)) return undefined;
  const [sku, name, category, price, quantity] = ['0', '1', '2', '3', '4'].map((key) => Reflect.get(list, key));
  const text = textOf(sku);
  // A list or an object with anything in it counts, though it has no text.
  if (text === '' && Object.keys(Object(sku)).length === 0) return undefined;
  return {
    sku: text,
    name: textOf(name),
    categories: readCategories(category),
    price: rounded(numberOf(price) ?? '0', 2),
    quantity: readQuantity(quantity),
  };
}

function readCategories(category: unknown): string[] {
  const list = Array.isArray(category) ? category : [category];
  return list
    .map(textOf)
    .filter((text) => text !== '')
    .slice(0, mostCategories);
}

/** The whole part of the number; what is missing, zero or no number counts as one. */
function readQuantity(quantity: unknown): number {
  const number = Number(numberOf(quantity) ?? '0');
  return number === 0 ? 1 : Math.max(-largestQuantity, Math.min(Math.trunc(number), largestQuantity));
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return trimmed(value);
  if (isExact(value)) return value.digits;
  return value === true ? '1' : '';
}

function numberOf(value: unknown): string | undefined {
  if (typeof value === 'string') return decimal(value);
  return isExact(value) ? decimal(value.digits) : undefined;
}

function isExact(value: unknown): value is ExactNumber {
  return typeof value === 'object' && value !== null && 'digits' in value;
}

function exactJson(text: string): unknown {
  try {
    return JSON.parse(text, exactNumber as (key: string, value: unknown) => unknown);
  } catch {
    return undefined;
  }
}

/** The third argument is newer than the types of the language. */
function exactNumber(_key: string, value: unknown, context: { source: string }): unknown {
  return typeof value === 'number' ? { digits: context.source } : value;
}
