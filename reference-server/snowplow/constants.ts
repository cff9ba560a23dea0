import type { Rule } from '../../generated/model.ts';
import { facts, type RuleName } from '../../generated/snowplow/2014-01/facts.ts';

/** The constants of a rule, in the shape the rule's spec file gives them. The compiler knows the rules there are. */
export function constantsOf<Shape>(rule: RuleName): Shape {
  return (facts.rules[rule] as Rule).constants as Shape;
}
