/** Things in a cart: what is sent of each, and what its row must hold. */
import fc, { type Arbitrary } from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { ExpectedColumn, Identity } from '../../model.ts';
import { wireOf } from '../request/hit.ts';
import { holds } from '../row/cells.ts';

export interface Item {
  /** Number of its article; equal numbers are one article. */
  article: number;
  name: string;
  categories: readonly string[];
  /** In hundredths. */
  price: number;
  quantity: number;
}

const word = fc.string({ unit: fc.constantFrom(...'abcXYZéß'), minLength: 1, maxLength: 8 });

function withArticle(article: number): Arbitrary<Item> {
  return fc.record({
    article: fc.constant(article),
    name: word.map((text) => `Item ${text}`),
    categories: fc.uniqueArray(word, { minLength: 1, maxLength: 5 }),
    price: fc.integer({ min: 1, max: 999_99 }),
    quantity: fc.integer({ min: 1, max: 99 }),
  });
}

/** A few items, each of another article. */
export function items(count: { min: number; max: number }): Arbitrary<readonly Item[]> {
  return fc
    .tuple(...[0, 1, 2, 3].map(withArticle), fc.integer(count))
    .map(([a, b, c, d, length]) => [a, b, c, d].slice(0, length as number) as Item[]);
}

export function skuOf(item: Pick<Item, 'article'>, identity: Identity): string {
  return `SKU ${identity.text(100 + item.article)}`;
}

export function priceText(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

/** The parameter that lists them. */
export function listed(list: readonly Item[], identity: Identity): readonly [name: string, wire: string] {
  const rows = list.map((item) => [
    skuOf(item, identity),
    item.name,
    item.categories.length === 1 ? item.categories[0] : item.categories,
    Number(priceText(item.price)),
    item.quantity,
  ]);
  return ['ec_items', wireOf(JSON.stringify(rows))];
}

/** What the row of an item must hold. */
export function storedItem(item: Item, requirement: RequirementId): Record<string, ExpectedColumn> {
  const categories = item.categories.map((text, index) => {
    return [`idaction_category${index === 0 ? '' : index + 1}.name`, holds(text, requirement)] as const;
  });
  return {
    'idaction_name.name': holds(item.name, requirement),
    ...Object.fromEntries(categories),
    price: holds(priceText(item.price), requirement),
    quantity: holds(item.quantity, requirement),
    deleted: holds(0, requirement),
  };
}
