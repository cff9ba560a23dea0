import { facts, type RuleName } from '../../generated/snowplow/2014-01/facts.ts';

/** The constants of a rule, in the shape the rule's spec file gives them. Throws when the spec has no such rule. */
export function constantsOf<Shape>(rule: RuleName): Shape {
  const found = facts.rules[rule];
  if (found === undefined) throw new Error(`spec/snowplow/rules has no rule ${rule}`);
  return found.constants as Shape;
}
