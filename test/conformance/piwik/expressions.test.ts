import { describe, expect, it } from 'vitest';
import type { PatternGoal, TargetFacts } from '../../../conformance/server/model.ts';
import { brokenExpression } from '../../../conformance/server/piwik/conversion/broken-expression.ts';
import { conversionPatterns } from '../../../conformance/server/piwik/conversion/patterns.ts';
import { draw, target } from './drawing.ts';

const thanks: PatternGoal = {
  id: 1,
  match: 'url',
  pattern: 'thank-you',
  patternType: 'contains',
  caseSensitive: false,
};

function withGoal(pattern: string): TargetFacts {
  const [site] = target.sites ?? [];
  if (site === undefined) throw new Error('the target has no site');
  const own: PatternGoal = { ...thanks, id: 2, pattern, patternType: 'regex' };
  return { ...target, sites: [{ ...site, patternGoals: [thanks, own] }] };
}

describe('a goal with an expression', () => {
  it.each(['(?i)shop', 'a++', '\\Ashop\\z'])(
    'that only its tracker can read is neither drawn nor called broken: %s',
    (pattern) => {
      const facts = withGoal(pattern);
      expect(brokenExpression.obstacle?.(facts)).toMatchObject({ status: 'skipped' });
      const drawn = draw(conversionPatterns, 1, 100, facts) as { goal: PatternGoal }[];
      expect(new Set(drawn.map(({ goal }) => goal.id))).toEqual(new Set([1]));
    },
  );

  it('that no tracker can read is one nothing reaches', () => {
    const facts = withGoal('(never-closed');
    expect(brokenExpression.obstacle?.(facts)).toBeUndefined();
    expect(draw(brokenExpression, 1, 1, facts)).toMatchObject([{ broken: { id: 2 }, other: { id: 1 } }]);
  });
});
