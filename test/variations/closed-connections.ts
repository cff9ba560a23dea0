import type { Variation } from './variation.ts';

export const closedConnections: Variation = {
  id: 'closed-connections',
  sentence: 'It closes the connection after each answer, saying so.',
  protocols: ['piwik', 'snowplow'],
  answer: ({ answer }) => ({ ...answer, close: 'told' }),
};
