import type { Variation } from './variation.ts';

/** Milliseconds, in turn: most answers are a little slow, some are very. */
const holds = [5, 30, 10, 60, 5, 20, 250, 15];

export const slowAnswers: Variation = {
  id: 'slow-answers',
  sentence: 'It takes its time for each answer, and much of it now and then.',
  protocols: ['piwik', 'snowplow'],
  answer: ({ answer, number }) => ({ ...answer, holdMs: holds[number % holds.length] ?? 0 }),
};
