import type { Facts } from '../../generated/model.ts';
import type { PlacedPair } from '../../wire/hits.ts';
import { effectOfEncoding } from './effects/effect.ts';
import { type Finding, noted, required } from './finding.ts';
import { parametersOf } from './hit.ts';
import { shown } from './message.ts';
import { printable } from './printable.ts';

/** Names of the parameters whose text cannot be decoded: a stray percent sign, or bytes that are not UTF-8. */
export function undecodable(pairs: readonly PlacedPair[]): Set<string> {
  const names = new Set<string>();
  for (const { name, wellFormed } of pairs) if (!wellFormed) names.add(name);
  return names;
}

/** Each breaks the form of its parameter; a name the spec does not know breaks the rule of encoding. */
export function encodingFindings(facts: Facts, pairs: readonly PlacedPair[]): Finding[] {
  return pairs
    .filter((pair) => !pair.wellFormed)
    .map(({ name, value }) => {
      const id = parametersOf(facts).has(name) ? `${facts.protocol}.${name}.form` : generalRule(facts);
      const remark = {
        sent: `${printable(name)}=${shown(name, value)} is badly percent-encoded: a stray percent sign, or bytes that are not UTF-8.`,
        expected: 'Expected: the UTF-8 bytes of the value, each percent sign written as %25.',
        effect: effectOfEncoding(facts),
        remedy: 'Encode name and value with encodeURIComponent or its like.',
      };
      return id ? required(facts, id, name, remark) : noted('warning', name, remark);
    });
}

function generalRule(facts: Facts): string | undefined {
  return ['piwik.transport.url-encoded', 'snowplow.encoding.well-formed'].find((id) => id in facts.requirements);
}

/** A name sent twice with different values: a server keeps only one of them. */
export function repeatedFindings(facts: Facts, pairs: readonly PlacedPair[]): Finding[] {
  const first = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { name, value } of pairs) {
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, value);
    else if (earlier !== value) findings.push(repeated(facts, name, earlier, value));
  }
  return findings;
}

function repeated(facts: Facts, name: string, earlier: string, later: string): Finding {
  const remark = {
    sent: `${printable(name)} is sent more than once, as ${shown(name, earlier)} and as ${shown(name, later)}.`,
    expected: 'Expected: each parameter at most once in a hit.',
    effect: 'A server keeps only one of the values.',
    remedy: 'Send it once, and encode each & in a value as %26.',
  };
  const once = 'snowplow.repeated-names.once';
  return once in facts.requirements ? required(facts, once, name, remark) : noted('warning', name, remark);
}
