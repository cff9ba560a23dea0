import type { Variation } from './variation.ts';

export const lateResults: Variation = {
  id: 'late-results',
  sentence: 'It stores in a queue: what it answered shows itself later, in the order it came.',
  protocols: ['piwik', 'snowplow'],
  lagMs: 400,
};
