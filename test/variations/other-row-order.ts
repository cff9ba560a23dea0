import { type Row, type Variation, withRows } from './variation.ts';

export const otherRowOrder: Variation = {
  id: 'other-row-order',
  sentence: 'It gives its rows, and their columns, in another order than they came.',
  protocols: ['piwik', 'snowplow'],
  answer: (exchange) => withRows(exchange, (rows) => rows.map(turned).reverse()),
};

function turned(row: Row): Row {
  return Object.fromEntries(Object.entries(row).reverse());
}
