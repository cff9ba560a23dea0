import type { Facts, Parameter } from '../../generated/model.ts';
import { effectOfForm } from './effects/effect.ts';
import { advised, type Finding, noted, required } from './finding.ts';
import { beyondSchema } from './form.ts';
import type { Sent } from './hit.ts';
import { tooLong } from './length.ts';
import { excerpt, shown } from './message.ts';
import { type SchemaFault, validators } from './validators.ts';

/**
 * Judges each value of one hit against the form its parameter has, and names what is unknown.
 *
 * @param undecodable names whose values cannot be decoded: they are judged as such and not by their form
 */
export function judgeValues(facts: Facts, sent: readonly Sent[], undecodable: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  const faults = schemaFaults(facts, sent);
  for (const { name, text, parameter } of sent) {
    if (!parameter) findings.push(unknownName(facts, name));
    else if (text === '') findings.push(emptyValue(facts, parameter));
    else if (!undecodable.has(name)) {
      const beyond = beyondSchema[parameter.wireForm]?.(text);
      if (beyond || faults.some((fault) => fault.parameter === name)) {
        findings.push(wrongForm(facts, parameter, text, beyond));
      } else findings.push(...tooLong(parameter, text));
    }
  }
  return findings;
}

function schemaFaults({ protocol, version }: Facts, sent: readonly Sent[]): SchemaFault[] {
  const present: Record<string, string> = {};
  // By the name in the facts and not the one sent: engines find the former at once in an object.
  for (const { text, parameter } of sent) if (parameter && text !== '') present[parameter.name] = text;
  return validators[`${protocol}@${version}`]?.(present) ?? [];
}

/** What the form asks and how it looks, as one sentence. */
export function expectedForm(facts: Facts, parameter: Parameter): string {
  const form = (facts.wireForms[parameter.wireForm]?.description ?? parameter.wireForm).replace(/\.$/, '');
  const list = parameter.values ? ` (${parameter.values.join(', ')})` : '';
  return `Expected: ${form}${list}, such as ${parameter.name}=${parameter.examples[0]?.wire}.`;
}

/** How to mend a value of another form. */
export function remedyOfForm(parameter: Parameter): string {
  if (parameter.level === 'required') return 'Write it in this form: the parameter is required.';
  return 'Write it in this form, or leave the parameter out when there is no value.';
}

function wrongForm(facts: Facts, parameter: Parameter, text: string, beyond: string | undefined): Finding {
  const remark = {
    sent: `${parameter.name}=${shown(parameter.name, text)} ${beyond ?? 'is not written in the form of this parameter'}.`,
    expected: expectedForm(facts, parameter),
    effect: effectOfForm(facts, parameter),
    remedy: remedyOfForm(parameter),
  };
  const id = `${facts.protocol}.${parameter.name}.form`;
  if (acceptedAllTheSame(facts, parameter, text)) {
    return advised(facts, id, parameter.name, { ...remark, effect: 'Servers read it all the same.' });
  }
  return required(facts, id, parameter.name, remark);
}

/**
 * Clients of today send the time as seconds, and servers of every version read it (piwik.client-time.unix-time).
 * Collectors of today take the word null for a number that is not there.
 */
function acceptedAllTheSame(facts: Facts, { wireForm }: Parameter, text: string): boolean {
  if (wireForm === 'date-time') return /^[0-9]{1,10}$/.test(text);
  const today = 'snowplow.encoding.empty-value' in facts.requirements;
  return today && (wireForm === 'integer' || wireForm === 'decimal') && /^null$/i.test(text);
}

function unknownName(facts: Facts, name: string): Finding {
  const remark = {
    sent: `${excerpt(name)} is no parameter of ${facts.title} ${facts.version}.`,
    expected: 'Expected: only parameters that the specification lists.',
    effect: 'A server ignores it.',
    remedy: 'Leave it out, or check its spelling.',
  };
  const listed = `${facts.protocol}.unknown-parameters.listed`;
  // Real clients of every age send names that no document lists: information, whatever the level.
  return listed in facts.requirements ? advised(facts, listed, name, remark) : noted('information', name, remark);
}

/** Forms of which an empty text is an empty value, and no fault. */
const mayBeEmpty = ['text', 'url', 'ip-address'];

function emptyValue(facts: Facts, parameter: Parameter): Finding {
  const remark = {
    sent: `${parameter.name} is empty.`,
    expected: 'Expected: a value, or no such parameter.',
    effect: 'A server takes it as not sent, or as an empty text.',
    remedy: 'Leave it out when there is no value.',
  };
  const id = 'snowplow.encoding.empty-value';
  // Of a required parameter it is said elsewhere that it is missing.
  const fault = parameter.level !== 'required' && !mayBeEmpty.includes(parameter.wireForm);
  return fault && id in facts.requirements
    ? required(facts, id, parameter.name, { ...remark, effect: effectOfForm(facts, parameter) })
    : noted('information', parameter.name, remark);
}
