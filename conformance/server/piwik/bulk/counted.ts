/** How many entries of a bulk request the answer counts: those that store nothing by the sender's wish among them. */
import fc, { type Arbitrary } from 'fast-check';
import type { Experiment } from '../../model.ts';
import { needsToken } from '../obstacle.ts';
import { bulk, entryOf, withoutToken } from '../request/bulk.ts';
import { replaced, without } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { headersOf, hitOf, person } from '../request/person.ts';
import { of, on, row } from '../row/rows.ts';
import { tracked } from './example.ts';

const requirement = 'piwik.bulk.all-counted';

type Way = 'stored' | 'rec=0' | 'without rec';

/** At least one is stored, and one is not. */
const ways: Arbitrary<Way[]> = fc
  .tuple(
    fc.constantFrom<Way>('rec=0', 'without rec'),
    fc.array(fc.constantFrom<Way>('stored', 'rec=0', 'without rec'), { maxLength: 3 }),
  )
  .map(([excluded, others]) => [excluded, 'stored', ...others]);

export const bulkCounted: Experiment<{ ways: Way[] }> = {
  id: 'piwik.bulk-counted',
  broad: true,
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  features: ['bulk'],
  obstacle: needsToken,
  branches: {
    'rec=0': (plan) => plan.ways.includes('rec=0'),
    'without rec': (plan) => plan.ways.includes('without rec'),
  },
  plan: () => fc.record({ ways }),
  render: (plan, identity, target) => {
    const who = person(0, identity);
    const entries = plan.ways.map((way, slot) => {
      const hit = withoutToken(hitOf(who, target, viewing(page(slot, identity))));
      if (way === 'without rec') return entryOf(without(hit, 'rec'), 'query');
      return entryOf(way === 'rec=0' ? replaced(hit, 'rec', '0') : hit, 'query');
    });
    const answer = [tracked(entries.length, requirement)];
    return {
      requests: [bulk(entries, { token: target.token, headers: headersOf(who), answer })],
      expected: plan.ways.flatMap((way, slot) =>
        way === 'stored'
          ? [row('log_link_visit_action', `action ${slot}`, { ...of(who), ...on(page(slot, identity)) }, requirement)]
          : [],
      ),
      absent: [],
    };
  },
};
