/** The constants of the rules in `spec/piwik/rules`. */
import { facts, type RuleName } from '../../../../generated/piwik/2.0/facts.ts';

function constant(rule: RuleName, name: string): string | number | readonly string[] {
  const value = facts.rules[rule]?.constants[name];
  if (value === undefined) throw new Error(`spec/piwik/rules/${rule} has no constant ${name}: add it there`);
  return value;
}

export function numberOf(rule: RuleName, name: string): number {
  return Number(constant(rule, name));
}

export function textOf(rule: RuleName, name: string): string {
  return String(constant(rule, name));
}

/** A list as it stands; a single text is a list of one. */
export function listOf(rule: RuleName, name: string): readonly string[] {
  return [constant(rule, name)].flat().map(String);
}
