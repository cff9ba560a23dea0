/** To what a conversion is credited: what the client remembers, else the referrer of the visit. */
import fc from 'fast-check';
import type { ExpectedColumn, Experiment, Identity } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { shortGap } from '../draw/gap.ts';
import { type Given, given, sent, storedIn, storing } from '../draw/given.ts';
import { firstOf, needsGoal, needsToken } from '../obstacle.ts';
import { requestsOf, type Step } from '../request/chain.ts';
import { converting, type Goal } from '../request/goal.ts';
import { type Pairs, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { type Person, person } from '../request/person.ts';
import { dateTime } from '../request/time.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

interface Plan {
  day: number;
  gap: number;
  goal: Goal;
  name: Given;
  keyword: Given;
  remembered: Given;
  /** Whole days from the remembered referrer to the conversion. */
  daysAgo: number;
  /** From where the visit itself came. */
  urlref: Given;
  /** What the first remembers beside the campaign: its keyword, or nothing. */
  keyed: boolean;
}

const DAY = 86_400;
const CAMPAIGN = 6;
/** Who lands on an address that names a campaign. */
const IN_CAMPAIGN = 3;
const landing = 'pk_campaign=landing&pk_kwd=words';
const campaign = 'piwik.conversion.campaign';
const referrer = 'piwik.conversion.referrer';
const ofVisit = 'piwik.conversion.visit-referrer';
const onDay = 'piwik.conversion.day';

/** The columns of a website or search engine, as the visit stores them, under another requirement. */
function credited(urlref: Given): Record<string, ExpectedColumn> {
  const { referer_url: _address, ...columns } = storedIn('log_visit', urlref);
  return Object.fromEntries(Object.entries(columns).map(([k, { cell }]) => [k, { cell, requirement: ofVisit }]));
}

function dateOf(seconds: number): string {
  return dateTime(seconds).slice(0, 10);
}

function landings(plan: Plan, people: readonly Person[], identity: Identity): Step[] {
  return people.map((who, slot) => {
    const { url } = page(slot, identity);
    // What the client remembers counts for more than that, too.
    const inCampaign = slot === IN_CAMPAIGN || (slot === 0 && plan.keyed);
    const pairs = [...viewing({ url: inCampaign ? `${url}?${landing}` : url }), sent(plan.urlref)];
    return { who, at: identity.clock(plan.day), pairs };
  });
}

/** What each remembers: a campaign, a website or search engine, nothing. */
function conversions(plan: Plan, people: readonly Person[], identity: Identity, ago: number): Step[] {
  const refts: Pairs = [['_refts', String(ago)]];
  const memories: readonly Pairs[] = [
    [sent(plan.name), ...(plan.keyed ? [sent(plan.keyword)] : []), ...refts],
    [sent(plan.remembered), ...refts],
    [],
    // The campaign that the visit began with counts for more than a website.
    [sent(plan.remembered), ...refts],
    // The site itself is no referrer.
    [['_ref', wireOf(page(9, identity).url)], ...refts],
  ];
  return people.map((who, slot) => {
    const pairs = [...converting(plan.goal, 10 + slot, identity), ...(memories[slot] ?? [])];
    return { who, at: identity.clock(plan.day) + plan.gap + 1, pairs };
  });
}

type People = readonly [Person, Person, Person, Person, Person];

/** People with one page view and one conversion each: credited to a campaign, to a website, to the visit's own. */
export const conversionAttribution: Experiment<Plan> = {
  id: 'piwik.conversion-attribution',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [campaign, referrer, ofVisit, onDay, ...storing('_rcn', '_rck', '_ref', '_refts')],
  features: ['goals'],
  obstacle: firstOf(needsGoal, needsToken),
  branches: {
    'the visit came from a website': ({ urlref }) => urlref.sample.class !== 'search-engine',
    'the visit came from a search engine': ({ urlref }) => urlref.sample.class === 'search-engine',
  },
  classes: {
    '_refts/ordinary': ({ daysAgo }) => daysAgo <= 365,
    '_refts/boundary': ({ daysAgo }) => daysAgo > 365,
  },
  plan: (target) =>
    fc.record({
      day: dayOffset,
      gap: shortGap,
      goal: fc.constantFrom(...target.goals),
      name: given('_rcn'),
      keyword: given('_rck'),
      remembered: given('_ref'),
      daysAgo: fc.oneof(
        { withCrossShrink: true },
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 365 }) },
        { weight: 1, arbitrary: fc.integer({ min: 366, max: 3000 }) },
      ),
      urlref: given('urlref'),
      keyed: fc.boolean(),
    }),
  render: (plan, identity, target) => {
    const people = [0, 1, 2, 3, 4].map((slot) => person(slot, identity)) as unknown as People;
    const start = identity.clock(plan.day);
    const ago = start - plan.daysAgo * DAY;
    const then = holds(dateOf(ago), plan.daysAgo <= 365 ? 'piwik._refts.stored' : 'piwik._refts.wide');
    return {
      requests: requestsOf([...landings(plan, people, identity), ...conversions(plan, people, identity, ago)], target),
      expected: [
        row('log_conversion', 'campaign', of(people[0]), campaign, {
          referer_type: holds(CAMPAIGN, campaign),
          ...storedIn('log_conversion', plan.name),
          ...(plan.keyed ? storedIn('log_conversion', plan.keyword) : { referer_keyword: holds('', campaign) }),
          referer_visit_server_date: holds(dateOf(ago), onDay),
        }),
        row('log_conversion', 'referrer', of(people[1]), referrer, {
          ...storedIn('log_conversion', plan.remembered),
          referer_visit_server_date: then,
        }),
        row('log_conversion', 'credited to referrer', of(people[1]), referrer, {
          ...storedIn('log_conversion', { ...plan.remembered, requirement: referrer }),
        }),
        row('log_conversion', 'campaign of the visit', of(people[3]), ofVisit, {
          referer_type: holds(CAMPAIGN, ofVisit),
          referer_name: holds('landing', ofVisit),
          referer_keyword: holds('words', ofVisit),
        }),
        row('log_conversion', 'own site', of(people[4]), ofVisit, credited(plan.urlref)),
        row('log_conversion', 'visit', of(people[2]), ofVisit, {
          ...credited(plan.urlref),
          referer_visit_server_date: holds(dateOf(start), ofVisit),
        }),
      ],
      absent: [],
    };
  },
};
