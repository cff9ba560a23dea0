import type { Variation } from './variation.ts';

export const droppedConnections: Variation = {
  id: 'dropped-connections',
  sentence: 'It closes the connection after each answer without a word.',
  protocols: ['piwik', 'snowplow'],
  answer: ({ answer }) => ({ ...answer, close: 'untold' }),
};
