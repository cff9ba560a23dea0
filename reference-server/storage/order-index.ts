/** An index of order numbers, whatever their case. */
import { rememberingOf } from '../memory.ts';
import type { Store } from './store.ts';

/** Makes it once a store: without it each order would be compared with all others of its site. */
export const indexOrders: (store: Store) => void = rememberingOf((store: Store) => {
  const columns = 'log_conversion (idsite, idorder COLLATE NOCASE)';
  store.prepare(`CREATE INDEX IF NOT EXISTS log_conversion_idorder_any_case ON ${columns}`).run();
});
