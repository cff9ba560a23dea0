/** A bulk request with a wrong token stores nothing. */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { wrongToken } from '../authentication/wrong-token.ts';
import { needsToken } from '../obstacle.ts';
import { bulk, entryOf } from '../request/bulk.ts';
import { page, viewing } from '../request/page.ts';
import { bareHitOf, headersOf, person } from '../request/person.ts';
import { noRow, of, row } from '../row/rows.ts';

const requirement = 'piwik.bulk.wrong-token';

export const bulkRights: Experiment<{ count: number }> = {
  id: 'piwik.bulk-rights',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  features: ['bulk'],
  wrongToken: true,
  obstacle: needsToken,
  plan: () => fc.record({ count: fc.integer({ min: 1, max: 3 }) }),
  render: ({ count }, identity, target) => {
    const [refused, stored] = [person(0, identity), person(1, identity)];
    const entries = (who: typeof refused) =>
      Array.from({ length: count }, (_, slot) =>
        entryOf(bareHitOf(who, target, viewing(page(slot, identity))), 'query'),
      );
    const [[, wrong] = ['', '']] = wrongToken(identity);
    return {
      requests: [
        bulk(entries(refused), { token: wrong, headers: headersOf(refused) }),
        bulk(entries(stored), { token: target.token, headers: headersOf(stored) }),
      ],
      expected: [row('log_visit', 'stored', of(stored), requirement)],
      absent: [noRow('log_visit', of(refused), requirement, 'stored')],
    };
  },
};
