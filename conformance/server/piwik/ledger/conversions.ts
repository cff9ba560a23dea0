/** Questions about conversions. */

import { firstOf, needsGoal, needsToken } from '../obstacle.ts';
import { converting } from '../request/goal.ts';
import { get, type Pairs, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { titled, titleOf } from '../request/titled.ts';
import { holds, mayHold } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';
import { maybe, type Probe, questions } from './probe.ts';

const conversion = 'log_conversion';
const byHand = 'piwik.conversion.by-hand';

function rounding(sent: string, rounded: string): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const requirement = 'piwik.revenue.stored';
    return {
      requests: [get(hitOf(who, target, [...converting(target.goals[0], 0, identity), ['revenue', sent]]))],
      expected: [
        row(conversion, 'conversion', of(who), requirement, {
          revenue: mayHold('piwik.revenue-rounding', { rounded, kept: sent }, requirement),
        }),
      ],
    };
  };
}

/** A point and nothing else: the goal's own revenue counts. */
const noNumber: Probe = (identity, target) => {
  const [goal] = target.goals;
  const who = person(0, identity);
  const requirement = 'piwik.conversion.default-revenue';
  return {
    requests: [get(hitOf(who, target, [...converting(goal, 0, identity), ['revenue', '.']]))],
    expected: [
      row(conversion, 'conversion', of(who), requirement, { revenue: holds(goal?.revenue ?? '0', requirement) }),
    ],
  };
};

const sameSecond: Probe = (identity, target) => {
  const goal = target.goals.find(({ multiple }) => multiple);
  if (goal === undefined) return undefined;
  const who = person(0, identity);
  const hit = hitOf(who, target, converting(goal, 0, identity), identity.clock(0));
  const copies = { ledger: 'piwik.same-second-conversions', sent: 2, each: 'both', one: 'one' };
  return {
    requests: [get(hit), get(hit)],
    expected: [{ ...row(conversion, 'conversion', of(who), byHand), copies }],
  };
};

const sideEffect: Probe = (identity, target) => {
  const who = person(0, identity);
  return {
    requests: [get(hitOf(who, target, converting(target.goals[0], 0, identity)))],
    expected: [
      row(conversion, 'conversion', of(who), byHand),
      maybe(['log_visit', 'visit', of(who)], byHand, {
        ledger: 'piwik.conversion-side-effects',
        stored: 'visit',
        absent: 'conversion-only',
      }),
    ],
  };
};

const otherSpelling: Probe = (identity, target) => {
  const who = person(0, identity);
  const spelt: Pairs = [['idGoal', String(target.goals[0]?.id)]];
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ...spelt]))],
    expected: [
      maybe([conversion, 'conversion', of(who)], byHand, {
        ledger: 'piwik.goal-parameter-spelling',
        stored: 'any-case',
        absent: 'exact',
      }),
    ],
  };
};

const creditedTo: Probe = (identity, target) => {
  const who = person(0, identity);
  const at = identity.clock(0);
  const requirement = 'piwik.conversion.by-hand';
  const remembered: Pairs = [
    ['_ref', wireOf('http://remembered.example/')],
    ['_refts', String(at - 86_400)],
  ];
  const came: Pairs = [['urlref', wireOf('http://visit.example/')]];
  return {
    requests: [
      get(hitOf(who, target, [...viewing(page(0, identity)), ...came], at)),
      get(hitOf(who, target, [...converting(target.goals[0], 1, identity), ...remembered], at + 60)),
    ],
    expected: [
      row(conversion, 'conversion', of(who), requirement, {
        referer_name: mayHold(
          'piwik.conversion-attribution',
          { client: 'remembered.example', visit: 'visit.example' },
          requirement,
        ),
      }),
    ],
  };
};

/** A visit with one custom variable, and a conversion in it that brings another. */
const ownVariable: Probe = (identity, target) => {
  const who = person(0, identity);
  const requirement = 'piwik.conversion.copied';
  const variable = (slot: string): Pairs => [['_cvar', wireOf(JSON.stringify({ [slot]: [`name ${slot}`, slot] }))]];
  return {
    requests: [
      get(hitOf(who, target, [...viewing(page(0, identity)), ...variable('1')])),
      get(hitOf(who, target, [...converting(target.goals[0], 1, identity), ...variable('2')])),
    ],
    expected: [
      row(conversion, 'conversion', of(who), requirement, {
        custom_var_k1: mayHold('piwik.conversion-variables', { own: null, merged: 'name 1' }, requirement),
        custom_var_k2: holds('name 2', requirement),
      }),
    ],
  };
};

/** Where nobody says on which page the goal was reached. */
const noUrl: Probe = (identity, target) => {
  const who = person(0, identity);
  const goal = converting(target.goals[0], 0, identity).filter(([name]) => name !== 'url');
  const pairs = [...goal, ...titled(titleOf(0, identity))];
  return {
    requests: [get(hitOf(who, target, pairs))],
    expected: [
      maybe(
        [conversion, 'conversion', of(who)],
        byHand,
        { ledger: 'piwik.missing-url', stored: 'stored', absent: 'refused' },
        { url: holds('', byHand) },
      ),
    ],
  };
};

/** A variable of the visit that the client took back is no variable of a conversion. */
const takenBack: Probe = (identity, target) => {
  const who = person(0, identity);
  const requirement = 'piwik.conversion.copied';
  const variables = wireOf(JSON.stringify({ 1: ['', ''], 3: ['kept', 'too'] }));
  return {
    requests: [
      get(hitOf(who, target, [...viewing(page(0, identity)), ['_cvar', variables]])),
      get(hitOf(who, target, converting(target.goals[0], 1, identity))),
    ],
    expected: [
      row(conversion, 'conversion', of(who), requirement, {
        custom_var_k1: holds(null, requirement),
        custom_var_k3: holds('kept', requirement),
        custom_var_v3: holds('too', requirement),
      }),
    ],
  };
};

export const conversionQuestions = questions({
  id: 'piwik.ledger-conversions',
  requirements: ['piwik.revenue.stored', 'piwik.conversion.default-revenue', 'piwik.conversion.copied', byHand],
  features: ['goals'],
  obstacle: firstOf(needsGoal, needsToken),
  probes: {
    'own variable': ownVariable,
    'rounded up': rounding('10.129', '10.13'),
    'rounded down': rounding('10.121', '10.12'),
    'revenue without a digit': noNumber,
    'rounded half': rounding('10.125', '10.13'),
    'rounded to nothing': rounding('-0.004', '0'),
    'no url': noUrl,
    'variable taken back': takenBack,
    'same second': sameSecond,
    'side effect': sideEffect,
    'other spelling': otherSpelling,
    'credited to': creditedTo,
  },
});
