import type { Facts, Parameter } from '../../generated/model.ts';
import type { Finding } from './finding.ts';

/** The event codes whose own parameters a topic of the spec holds. */
const codesOfTopic: Readonly<Record<string, readonly string[]>> = {
  'page-ping': ['pp'],
  'ad-impression': ['ad'],
  'ecommerce-transaction': ['tr'],
  'ecommerce-item': ['ti'],
  structured: ['se'],
  unstructured: ['ue'],
};

/** What binds Snowplow clients beyond the form of each value: parameters of one event sent with another. */
export function strayParameters(facts: Facts, values: ReadonlyMap<string, string>): Finding[] {
  const code = values.get('e');
  if (!code) return [];
  return [...values.keys()].flatMap((name) => {
    const parameter = facts.parameters[name];
    const codes = parameter && codesOfTopic[parameter.topic];
    return parameter && codes && !codes.includes(code) ? [strayParameter(parameter, codes, code)] : [];
  });
}

function strayParameter(parameter: Parameter, codes: readonly string[], code: string): Finding {
  const message = `${parameter.name} belongs to events with e=${codes.join(' or ')}, this one has e=${code}: servers store it all the same, analysts will not look for it there.`;
  return { finding: 'information', requirement: null, parameter: parameter.name, level: null, message };
}
