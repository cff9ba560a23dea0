/** Many tracking requests in one HTTP request are stored as if each had come alone. */

import fc from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../coverage/choices.ts';
import type { ExpectedRecord, Experiment, Identity, TargetFacts } from '../model.ts';
import { dayOffset } from './draw/day.ts';
import { shortGap } from './draw/gap.ts';
import { core, type Given, sent } from './draw/given.ts';
import { needsToken } from './obstacle.ts';
import { bulk, type EntryForm, entryOf, withoutToken } from './request/bulk.ts';
import { moments } from './request/chain.ts';
import { get, type Hit } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { headersOf, hitOf, type Person, person } from './request/person.ts';
import { dateTime } from './request/time.ts';
import { titled } from './request/titled.ts';
import { alike } from './row/alike.ts';
import { holds } from './row/cells.ts';
import { of, on, row } from './row/rows.ts';

interface Plan {
  day: number;
  form: EntryForm;
  /** Without anything that a tracker could take apart. */
  titles: readonly string[];
  res: Given;
  /** Seconds between one entry and the next. */
  gap: number;
}

const byForm: Readonly<Record<EntryForm, RequirementId>> = {
  query: 'piwik.bulk.question-mark',
  url: 'piwik.bulk.url-entry',
  object: 'piwik.bulk.object-entry',
};

const title = fc.string({ unit: fc.constantFrom(...'abcXYZéß'), minLength: 1, maxLength: 12 });
const single = 'piwik.bulk.like-single';
const unlocks = 'piwik.bulk.token-unlocks';

function views(plan: Plan, who: Person, identity: Identity, target: TargetFacts): { hits: Hit[]; times: number[] } {
  const times = moments(
    identity.clock(plan.day),
    plan.titles.slice(1).map(() => plan.gap),
  );
  const hits = plan.titles.map((title, index) =>
    hitOf(who, target, [...viewing(page(index, identity)), ...titled(title), sent(plan.res)], times[index]),
  );
  return { hits, times };
}

/** The actions of that person, each on a page of its own. */
function actions(plan: Plan, who: Person, times: readonly number[], identity: Identity, requirement: RequirementId) {
  return plan.titles.map((title, index): ExpectedRecord => {
    const where = { ...of(who), ...on(page(index, identity)) };
    return row('log_link_visit_action', `${who.visitor} ${index} ${requirement}`, where, requirement, {
      'idaction_name.name': holds(title, requirement),
      server_time: holds(dateTime(times[index] ?? 0), requirement),
    });
  });
}

/** The same visit twice: by requests of their own for one person, in one bulk request for another. */
export const bulkRequests: Experiment<Plan> = {
  id: 'piwik.bulk',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    ...Object.values(byForm),
    single,
    unlocks,
    'piwik.bulk.many',
    'piwik.bulk.post-to-endpoint',
    'piwik.bulk.sufficient-token',
  ],
  features: ['bulk'],
  obstacle: needsToken,
  branches: {
    ...choicesOf(Object.keys(byForm), ({ form }) => form),
    'one entry': ({ titles }) => titles.length === 1,
    'several entries': ({ titles }) => titles.length > 1,
  },
  plan: () =>
    fc.record({
      day: dayOffset,
      form: fc.constantFrom<EntryForm[]>('query', 'url', 'object'),
      titles: fc.array(title, { minLength: 1, maxLength: 4 }),
      res: core('res'),
      gap: shortGap,
    }),
  render: (plan, identity, target) => {
    const [alone, together] = [person(0, identity), person(1, identity)];
    const apart = views(plan, alone, identity, target);
    const joined = views(plan, together, identity, target);
    const entries = joined.hits.map((hit) => entryOf(withoutToken(hit), plan.form));
    // Entries of the wider forms say nothing of what every bulk request must do.
    const usual = plan.form === 'query' ? single : byForm[plan.form];
    const rowsOf = (requirement: RequirementId) => actions(plan, together, joined.times, identity, requirement);
    return {
      requests: [
        ...apart.hits.map((hit) => get(hit)),
        bulk(entries, { token: target.token, headers: headersOf(together) }),
      ],
      expected: [
        ...actions(plan, alone, apart.times, identity, usual),
        ...rowsOf(usual),
        ...[alone, together].map((who, index) =>
          row('log_visit', `visit ${index}`, of(who), usual, alike('log_visit', 'visit', usual, true)),
        ),
        row('log_visit', 'address', of(together), unlocks, { location_ip: holds(together.address, unlocks) }),
        ...(plan.form === 'query' ? rowsOf(byForm.query) : []),
        ...(plan.form === 'query' ? rowsOf('piwik.bulk.post-to-endpoint') : []),
        ...(plan.form === 'query' ? rowsOf('piwik.bulk.sufficient-token') : []),
        ...(plan.form === 'query' && plan.titles.length > 1 ? rowsOf('piwik.bulk.many') : []),
      ],
      absent: [],
    };
  },
};
