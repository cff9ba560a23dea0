import type { Parameter } from '../../../generated/model.ts';
import { type Finding, required } from '../finding.ts';
import type { ReadHit } from '../hit.ts';

/** The event codes whose own parameters a topic of the spec holds, and the requirement that says so. */
const kinds: Readonly<Record<string, { codes: readonly string[]; requirement: string }>> = {
  'page-ping': { codes: ['pp'], requirement: 'snowplow.event.parameters-of-kind' },
  'ad-impression': { codes: ['ad'], requirement: 'snowplow.event.parameters-of-kind' },
  'ecommerce-transaction': { codes: ['tr'], requirement: 'snowplow.ecommerce.transaction-event' },
  'ecommerce-item': { codes: ['ti'], requirement: 'snowplow.ecommerce.item-events' },
  structured: { codes: ['se', 'ev'], requirement: 'snowplow.event.parameters-of-kind' },
  unstructured: { codes: ['ue'], requirement: 'snowplow.event.parameters-of-kind' },
  social: { codes: ['s'], requirement: 'snowplow.event.parameters-of-kind' },
};

/** Parameters of one kind of Snowplow event that are sent with another. */
export function parametersOfKind({ facts, values, sent }: ReadHit): Finding[] {
  const code = values.get('e');
  if (!code) return [];
  const findings: Finding[] = [];
  for (const { name, text, parameter } of sent) {
    const kind = parameter && kinds[parameter.topic];
    if (text === '' || !kind || kind.codes.includes(code) || !(kind.requirement in facts.requirements)) continue;
    findings.push(required(facts, kind.requirement, name, remark(parameter, kind.codes, code)));
  }
  return findings;
}

function remark(parameter: Parameter, codes: readonly string[], code: string) {
  return {
    sent: `${parameter.name} is sent with e=${code}.`,
    expected: `Expected: it belongs to events with e=${codes[0]}.`,
    effect: 'A server stores it all the same, where no one who looks for such events finds it.',
    remedy: `Send it in an event with e=${codes[0]}, or leave it out.`,
  };
}
