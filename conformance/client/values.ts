import type { Facts, Parameter } from '../../generated/model.ts';
import type { Finding } from './finding.ts';
import { beyondSchema } from './form.ts';
import { required } from './require.ts';

/** A fault of one value, as the generated validators report it. */
export interface SchemaFault {
  parameter: string;
  message: string;
}

/**
 * Judges each value of one hit against the form its parameter has, and names what is missing or unknown.
 *
 * @param values decoded text of each parameter, the last of repeated ones
 * @param faults what the generated validator says of them
 */
export function judgeValues(
  facts: Facts,
  values: ReadonlyMap<string, string>,
  faults: readonly SchemaFault[],
): Finding[] {
  const findings: Finding[] = [];
  const faulty = new Set(faults.map((fault) => fault.parameter));
  for (const [name, text] of values) {
    const parameter = facts.parameters[name];
    if (!parameter) findings.push(unknownName(facts, name));
    else if (text === '') findings.push(emptyValue(parameter));
    else {
      const beyond = beyondSchema[parameter.wireForm]?.(text);
      if (beyond || faulty.has(name)) findings.push(wrongForm(facts, parameter, text, beyond));
    }
  }
  return [...findings, ...missing(facts, values)];
}

function wrongForm(facts: Facts, parameter: Parameter, text: string, beyond: string | undefined): Finding {
  const expected = facts.wireForms[parameter.wireForm]?.description ?? parameter.wireForm;
  const list = parameter.values ? ` One of: ${parameter.values.join(', ')}.` : '';
  const message = `${parameter.name}=${excerpt(text)} ${beyond ?? 'has another form'}. Expected: ${expected}${list} For example ${parameter.name}=${parameter.examples[0]?.wire}.`;
  return required(facts, `${facts.protocol}.${parameter.name}.form`, parameter.name, message);
}

function missing(facts: Facts, values: ReadonlyMap<string, string>): Finding[] {
  const findings: Finding[] = [];
  for (const parameter of Object.values(facts.parameters)) {
    if (values.get(parameter.name)) continue;
    const message = `${parameter.name} is missing. ${parameter.description}`;
    if (parameter.level === 'required') {
      findings.push(required(facts, `${facts.protocol}.${parameter.name}.required`, parameter.name, message));
    } else if (parameter.level === 'recommended') {
      // Recommended is advice: a warning on each request without a cache-buster would hide the real ones.
      findings.push({
        ...required(facts, `${facts.protocol}.${parameter.name}.recommended`, parameter.name, message),
        finding: 'information',
      });
    }
  }
  return findings;
}

function unknownName(facts: Facts, name: string): Finding {
  const message = `${excerpt(name)} is no parameter of ${facts.title} ${facts.version}: servers ignore it.`;
  return { finding: 'information', requirement: null, parameter: name, level: null, message };
}

function emptyValue(parameter: Parameter): Finding {
  const message = `${parameter.name} is empty: servers take it as not sent. Leave it out.`;
  return { finding: 'information', requirement: null, parameter: parameter.name, level: null, message };
}

/** At most 60 characters of a value, in JSON's escapes, so that a terminal shows what was sent and obeys none of it. */
export function excerpt(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
