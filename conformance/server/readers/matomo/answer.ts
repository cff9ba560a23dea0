/** What `Live.getLastVisitsDetails` answers, as far as it is read here; numbers may come as text. */
export interface Visit {
  readonly [name: string]: unknown;
  readonly actionDetails?: readonly Detail[];
}

/** One action or conversion of a visit. */
export interface Detail {
  readonly [name: string]: unknown;
  /** `action`, `download`, `outlink`, `search`, `event`, `goal`, `ecommerceOrder`, `ecommerceAbandonedCart`, 13 … */
  readonly type?: unknown;
  readonly itemDetails?: readonly Item[];
}

export interface Item {
  readonly [name: string]: unknown;
}
