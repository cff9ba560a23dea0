/** A client of a shop's own: it sends page views, what was put into the cart, and orders to a Snowplow collector. */
export interface ShopTracker {
  pageView(url: string, title: string): Promise<void>;
  addedToCart(sku: string, price: string): Promise<void>;
  order(id: string, items: readonly Item[]): Promise<void>;
}

export interface Item {
  sku: string;
  /** In decimal digits, such as `7.99`. */
  price: string;
  quantity: number;
}

/**
 * @param collector address of the collector, without `/i`
 * @param user first party identifier of the visitor, kept by the caller
 */
export function shopTracker(collector: string, user: string): ShopTracker {
  async function send(event: Record<string, string>): Promise<void> {
    const common = { p: 'web', aid: 'shop', tv: 'shop-1.0.0', duid: user, dtm: String(Date.now()) };
    await fetch(`${collector}/i?${new URLSearchParams({ ...event, ...common })}`, { keepalive: true });
  }
  return {
    pageView: (url, page) => send({ e: 'pv', url, page }),
    addedToCart: (sku, price) => send({ e: 'se', se_ca: 'ecomm', se_ac: 'add-to-basket', se_la: sku, se_va: price }),
    async order(id, items) {
      const total = items.reduce((sum, { price, quantity }) => sum + Math.round(Number(price) * 100) * quantity, 0);
      await send({ e: 'tr', tr_id: id, tr_tt: (total / 100).toFixed(2) });
      for (const { sku, price, quantity } of items) {
        await send({ e: 'ti', ti_id: id, ti_sk: sku, ti_pr: price, ti_qu: String(quantity) });
      }
    },
  };
}
