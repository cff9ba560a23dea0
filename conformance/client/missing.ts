import type { Facts, Parameter } from '../../generated/model.ts';
import { advised, type Finding, required } from './finding.ts';

/** Required parameters that are missing are violations, recommended ones information. */
export function missing(facts: Facts, values: ReadonlyMap<string, string>): Finding[] {
  const findings: Finding[] = [];
  for (const { name, finding } of wanted(facts)) {
    if (!values.get(name) && !values.get(otherNames[name] ?? '')) findings.push(finding);
  }
  return findings;
}

/** The name under which clients send the same thing (ledger piwik.cache-buster-name). */
const otherNames: Readonly<Record<string, string>> = { rand: 'r', r: 'rand' };

interface Wanted {
  name: string;
  finding: Finding;
}

/** The findings say nothing of the hit, so each is made once for a version and not once for a hit. */
const wantedOf = new WeakMap<Facts, Wanted[]>();

function wanted(facts: Facts): Wanted[] {
  let list = wantedOf.get(facts);
  if (!list) {
    list = Object.values(facts.parameters).flatMap((parameter) => wantedOne(facts, parameter));
    wantedOf.set(facts, list);
  }
  return list;
}

function wantedOne(facts: Facts, parameter: Parameter): Wanted[] {
  const { name, level, description, examples } = parameter;
  if (level === 'optional') return [];
  const remark = {
    sent: `${name} is missing.`,
    expected: `Expected: ${description.replace(/\.$/, '')}, such as ${name}=${examples[0]?.wire}.`,
    effect: effectOf(facts, name) ?? 'A server stores the hit without what it would tell.',
    remedy: level === 'required' ? 'Send it with every hit.' : 'Send it when the client knows it.',
  };
  const make = level === 'required' ? required : advised;
  return [{ name, finding: make(facts, `${facts.protocol}.${name}.${level}`, name, remark) }];
}

function effectOf({ protocol, version }: Facts, name: string): string | undefined {
  return withoutRequired[`${protocol}@${version}.${name}`] ?? withoutRequired[`${protocol}.${name}`];
}

/** Piwik 2.0.3 facts, section 1a; Snowplow of early 2014, section 1. */
const withoutRequired: Readonly<Record<string, string>> = {
  'piwik.idsite': 'A server records nothing of the request.',
  'piwik.rec': 'A server records nothing of the request.',
  'piwik.url': 'A server takes the Referer header for the address, or records the action without one.',
  'piwik._id': 'A server tells visitors apart by address, browser and plugins only: their number is less exact.',
  'piwik.rand': 'A cache between client and server may answer in its place, and the hit is lost.',
  'piwik.r': 'A cache between client and server may answer in its place, and the hit is lost.',
  'piwik.apiv': 'Servers of the day do not read it.',
  'snowplow.e': 'A server stores an event without a name, which no report counts.',
  'piwik@5.idsite': 'A server answers 400 and records nothing of the request.',
  'piwik@5.apiv': 'Servers do not read it.',
  'snowplow@tp2.e': 'A server makes a bad row of the event.',
};
