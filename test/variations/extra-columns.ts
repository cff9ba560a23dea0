import { type Variation, withRows } from './variation.ts';

/** No protocol knows these; one is NULL, one a number, one text, one a list. */
const added = { server_node: 'node-3', imported_at: null, 'row-version': 7, plugin_flags: ['a', 'b'] };

export const extraColumns: Variation = {
  id: 'extra-columns',
  sentence: 'Its records have columns that no document names.',
  protocols: ['piwik', 'snowplow'],
  answer: (exchange) => withRows(exchange, (rows) => rows.map((row) => ({ ...added, ...row }))),
};
