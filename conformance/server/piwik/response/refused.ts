/** What a request is answered with that names its sender's token and cannot be tracked. */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { needsToken } from '../obstacle.ts';
import { get } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { words } from './odd.ts';

const requirement = 'piwik.response.refusal-told';

/** Converts a goal that no site has. */
export const refusalTold: Experiment<{ goal: number }> = {
  id: 'piwik.response-refused',
  broad: true,
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  features: ['goals'],
  obstacle: needsToken,
  branches: {},
  plan: () => fc.record({ goal: fc.integer({ min: 1_000_000, max: 2_147_483_647 }) }),
  render: ({ goal }, identity, target) => {
    const hit = hitOf(person(0, identity), target, [...viewing(page(0, identity)), ['idgoal', String(goal)]]);
    return { requests: [get(hit, [words(requirement)])], expected: [], absent: [] };
  },
};
