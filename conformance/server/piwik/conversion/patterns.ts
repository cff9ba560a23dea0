/** Goals that an action converts by itself, because it matches their pattern. */

import fc, { type Arbitrary } from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../../coverage/choices.ts';
import type { ExpectedColumn, Experiment, Identity, PatternGoal, StoredValue, TargetFacts } from '../../model.ts';
import { get, type Pairs, wireOf } from '../request/hit.ts';
import { page } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { titled, titleOf } from '../request/titled.ts';
import { holds, shares } from '../row/cells.ts';
import { noRow, of, row } from '../row/rows.ts';

interface Plan {
  goal: PatternGoal;
  requirement: RequirementId;
  /** What the goal looks for, as it stands in the address or title. */
  matching: string;
  /** The same, changed so that it matches no more. */
  failing: string;
  /** Whether the text is the whole address or title, or only a part of it. */
  whole: boolean;
  /** What the failing text stands in; the goal's own kind when left out. */
  elsewhere?: PatternGoal['match'];
}

const byMatch: Readonly<Record<PatternGoal['match'], RequirementId>> = {
  url: 'piwik.conversion.by-url',
  title: 'piwik.conversion.by-title',
  file: 'piwik.conversion.by-file',
  external_website: 'piwik.conversion.by-external-website',
};

const marked: RequirementId = 'piwik.conversion.visit-marked';

/** The text without its last character is no longer what is looked for, however it is compared. */
function shortened(text: string): string {
  return text.slice(0, -1);
}

function otherCase(text: string): string {
  const upper = text.toUpperCase();
  return upper === text ? text.toLowerCase() : upper;
}

/** A part of a regular expression without `.*` at its ends; texts are drawn where no other `.` lets anything through. */
function coreOf(pattern: string): string | undefined {
  const core = pattern.replace(/^\.\*/, '').replace(/\.\*$/, '');
  return core.includes('.') ? undefined : core;
}

/** Undefined for an expression that only the target's engine can read: nothing can be drawn by it. */
function textsMatching(source: string): Arbitrary<string> | undefined {
  try {
    // In this mode an escape that means nothing here, and something elsewhere, is refused.
    return fc.stringMatching(new RegExp(source, 'u'));
  } catch {
    return undefined;
  }
}

function plansOf(goal: PatternGoal): Arbitrary<Plan>[] {
  const { pattern, patternType, caseSensitive } = goal;
  const plan = (requirement: RequirementId, matching: string, failing: string, whole: boolean): Plan => {
    return { goal, requirement, matching, failing, whole };
  };
  const exact = patternType === 'exact';
  if (patternType !== 'regex') {
    const cased = caseSensitive
      ? plan('piwik.conversion.case', pattern, otherCase(pattern), exact)
      : plan('piwik.conversion.case', otherCase(pattern), shortened(pattern), exact);
    const compared = plan('piwik.conversion.contains', pattern, exact ? `${pattern}x` : shortened(pattern), exact);
    const kind = plan(byMatch[goal.match], pattern, shortened(pattern), exact);
    const other: Plan = { ...kind, failing: pattern, elsewhere: goal.match === 'url' ? 'file' : 'url' };
    return [fc.constantFrom(kind, other, compared, cased)];
  }
  const core = coreOf(pattern);
  const whole = core?.startsWith('^') ?? false;
  const texts = core === undefined ? undefined : textsMatching(whole ? core : `^${core}$`);
  return texts === undefined ? [] : [texts.map((text) => plan('piwik.conversion.regex', text, 'nothing of it', whole))];
}

function ownGoals({ site, sites = [] }: TargetFacts): readonly PatternGoal[] {
  return sites.find(({ id }) => id === site)?.patternGoals ?? [];
}

/** Does what the goal is about, with `text` in it. */
function acting(match: PatternGoal['match'], whole: boolean, text: string, slot: number, identity: Identity): Pairs {
  const { url } = page(slot, identity);
  const address = whole ? text : `${url}/${text.replace(/^\//, '')}`;
  switch (match) {
    case 'url':
      return [['url', wireOf(address)], ...titled(titleOf(slot, identity))];
    case 'title':
      return [['url', wireOf(url)], ...titled(whole ? text : `Before ${text}, after`)];
    case 'file':
      return [['download', wireOf(`${address}.zip`)], ...titled(titleOf(slot, identity))];
    case 'external_website':
      return [['link', wireOf(`http://${text}/${identity.text(slot)}`)]];
  }
}

/** What the goal says, and not what a request that reached it says. */
function ofGoal(requirement: RequirementId): ExpectedColumn {
  const judge = (value: StoredValue) => (value === '77.77' ? 'it is the revenue of the request' : undefined);
  return { requirement, cell: { kind: 'like', expected: 'the revenue of the goal', judge } };
}

export const conversionPatterns: Experiment<Plan> = {
  id: 'piwik.conversion-patterns',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    ...Object.values(byMatch),
    'piwik.conversion.contains',
    'piwik.conversion.regex',
    'piwik.conversion.case',
    marked,
  ],
  features: ['goals'],
  casesPerRun: 3,
  obstacle: (target) =>
    ownGoals(target).flatMap(plansOf).length > 0
      ? undefined
      : { status: 'skipped', reason: 'the target names no goal with a pattern (sites.goals in the target file)' },
  branches: {
    ...choicesOf(Object.keys(byMatch), ({ goal }) => goal.match),
    ...choicesOf(['contains', 'exact', 'regex'], ({ goal }) => goal.patternType),
    'letter case counts': ({ goal }) => goal.caseSensitive,
    'letter case does not count': ({ goal }) => !goal.caseSensitive,
  },
  plan: (target) => fc.oneof(...ownGoals(target).flatMap(plansOf)),
  render: (plan, identity, target) => {
    const { goal, requirement, whole, elsewhere = goal.match } = plan;
    const [converts, misses] = [person(0, identity), person(1, identity)];
    const conversionOf = (who: typeof converts) => ({ ...of(who), idgoal: goal.id });
    return {
      requests: [
        get(hitOf(converts, target, [...acting(goal.match, whole, plan.matching, 0, identity), ['revenue', '77.77']])),
        get(hitOf(misses, target, acting(elsewhere, whole, plan.failing, 1, identity))),
      ],
      expected: [
        row('log_conversion', 'converted', conversionOf(converts), requirement, {
          'idlink_va.idvisitor': holds(converts.visitor, requirement),
          idaction_url: shares('the page', requirement),
          'idvisit.visit_goal_converted': holds(1, marked),
          revenue: ofGoal(requirement),
        }),
        row('log_link_visit_action', 'action', of(converts), requirement, {
          idaction_url: shares('the page', requirement),
        }),
      ],
      absent: [noRow('log_conversion', conversionOf(misses), requirement, 'converted')],
    };
  },
};
