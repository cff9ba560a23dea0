import { type Decimal, decimal } from './decimal.ts';
import { integer } from './integer.ts';

/** One product of an order or a cart. */
export interface EcommerceItem {
  sku: string;
  name?: string;
  /** One category, or at most five. */
  category?: string | readonly string[];
  /** Price of one piece. */
  price?: Decimal;
  /** Pieces; 1 unless given. */
  quantity?: number;
}

/** A JSON array of items, each an array of SKU, name, category, price and quantity; prices keep their digits. */
export function ecommerceItems(items: readonly EcommerceItem[]): string {
  const written = items.map(({ sku, name = '', category = '', price = 0, quantity = 1 }) => {
    const texts = [sku, name, category].map((part) => JSON.stringify(part));
    return `[${[...texts, decimal(price), integer(quantity)].join(',')}]`;
  });
  return `[${written.join(',')}]`;
}
