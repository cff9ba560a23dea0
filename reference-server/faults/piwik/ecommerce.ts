/** Faults of orders and carts. */
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withItem, withPart, withValue } from './replace.ts';

export const ecommerceFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.ecommerce.order-lost',
    requirement: 'piwik.ecommerce.order',
    description: 'An order with a discount is not stored, only its visit.',
    apply: (parts) =>
      withPart(parts, 'storeOrder', (sound) => (tracking, hit, visit, orderId) => {
        if (!hit.parameters.has('ec_dt')) sound(tracking, hit, visit, orderId);
      }),
  },
  {
    id: 'piwik.ecommerce.order-again',
    requirement: 'piwik.ecommerce.order-once',
    description: 'A second order of a number is stored under a number like it.',
    apply: (parts) =>
      withPart(parts, 'storeOrder', (sound) => (tracking, hit, visit, orderId) => {
        const known = tracking.parts.orderIsKnown(tracking, hit, orderId);
        sound(tracking, hit, visit, known ? `${orderId}-${visit.idvisit}-${hit.now}` : orderId);
      }),
  },
  {
    id: 'piwik.ecommerce.cart-lost',
    requirement: 'piwik.ecommerce.cart',
    description: 'A cart is not stored, only its visit.',
    apply: (parts) => withPart(parts, 'storeCart', () => () => {}),
  },
  {
    id: 'piwik.ecommerce.first-cart-kept',
    requirement: 'piwik.ecommerce.cart-updated',
    description: 'A later cart of a visit changes nothing.',
    apply: (parts) =>
      withPart(parts, 'storeCart', (sound) => (tracking, hit, visit) => {
        const open = tracking.store.find('log_conversion', { idvisit: visit.idvisit as number, idgoal: -1 });
        if (open === undefined) sound(tracking, hit, visit);
      }),
  },
  {
    id: 'piwik.ecommerce.items-lost',
    requirement: 'piwik.ecommerce.items',
    description: 'No items are stored.',
    apply: (parts) => withPart(parts, 'storeItems', () => () => {}),
  },
  {
    id: 'piwik.ecommerce.lines-counted',
    requirement: 'piwik.ecommerce.item-total',
    description: 'An order stores how many different items it has.',
    apply: (parts) => withPart(parts, 'itemTotal', () => (items) => items.length),
  },
  {
    id: 'piwik.ecommerce.no-defaults',
    requirement: 'piwik.ecommerce.item-defaults',
    description: 'An item without a price or quantity is left out.',
    apply: (parts) =>
      withPart(parts, 'readItems', (sound) => (text) => sound(text)?.filter(({ price }) => price !== '0')),
  },
  {
    id: 'piwik.ecommerce.items-stay',
    requirement: 'piwik.ecommerce.item-changes',
    description: 'Items that have gone from a cart are not marked as deleted.',
    apply: (parts) =>
      withPart(parts, 'storeItems', (sound) => (tracking, hit, visit, items, orderId) => {
        sound(tracking, hit, visit, items, orderId);
        const idvisit = visit.idvisit as number;
        tracking.store.update('log_conversion_item', { idvisit, deleted: 1 }, { deleted: 0 });
      }),
  },
  {
    id: 'piwik.ecommerce.cart-stays',
    requirement: 'piwik.ecommerce.cart-into-order',
    description: 'An order leaves the open cart of its visit as it is.',
    apply: (parts) =>
      withPart(parts, 'storeOrder', (sound) => (tracking, hit, visit, orderId) => {
        const cart = { idvisit: visit.idvisit as number, idgoal: -1 };
        tracking.store.update('log_conversion', cart, { idgoal: -2 });
        sound(tracking, hit, visit, orderId);
        tracking.store.update('log_conversion', { ...cart, idgoal: -2 }, { idgoal: -1 });
      }),
  },
  {
    id: 'piwik.ecommerce.buyer-forgotten',
    requirement: 'piwik.ecommerce.buyer',
    description: 'The visit does not tell of orders and carts.',
    apply: (parts) => withPart(parts, 'buyerAfter', () => () => 0),
  },
  {
    id: 'piwik.ecommerce.with-action',
    requirement: 'piwik.ecommerce.no-action',
    description: 'An order or cart stores its page as an action.',
    apply: (parts) =>
      withPart(parts, 'actionOfRequest', (sound) => (tracking, hit, request) => {
        const isEcommerce = request.kind === 'order' || request.kind === 'cart';
        return sound(tracking, hit, isEcommerce ? { kind: 'page-view' } : request);
      }),
  },
  {
    id: 'piwik.ecommerce.without-goal',
    requirement: 'piwik.ecommerce.needs-goal-zero',
    description: 'ec_id alone makes an order.',
    apply: (parts) =>
      withPart(parts, 'requestKind', (sound) => (parameters, site) => {
        const orderId = parameters.text('ec_id');
        return orderId === undefined ? sound(parameters, site) : { kind: 'order', orderId };
      }),
  },
  {
    id: 'piwik.ec_id.cut',
    requirement: 'piwik.ec_id.stored',
    description: 'The number of an order loses its last character.',
    apply: (parts) => withValue(parts, 'ec_id', (value) => value.slice(0, -1)),
  },
  {
    id: 'piwik.ec_items.price-float',
    requirement: 'piwik.ec_items.stored',
    description: 'Prices pass through single precision.',
    apply: (parts) => withItem(parts, (row) => ({ ...row, price: String(Math.fround(Number(row.price)) + 0.01) })),
  },
];
