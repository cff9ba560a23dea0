import type { Pair } from '../../wire/query.ts';
import type { Finding } from './finding.ts';
import { excerpt } from './values.ts';

/** Values whose percent-encoding is broken: known to be lost or misread by servers. */
export function encodingFindings(pairs: readonly Pair[]): Finding[] {
  return pairs
    .filter((pair) => !pair.wellFormed)
    .map(({ name, value }) => {
      const message = `${name}=${excerpt(value)} is badly percent-encoded (a stray % or bytes that are no UTF-8): servers lose or misread it. Encode the UTF-8 bytes of the value.`;
      return { finding: 'warning', requirement: null, parameter: name, level: null, message };
    });
}

/** A name sent twice with different values: a server keeps only one of them. */
export function repeatedFindings(pairs: readonly Pair[]): Finding[] {
  const first = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { name, value } of pairs) {
    const earlier = first.get(name);
    if (earlier !== undefined && earlier !== value) {
      const message = `${name} is sent more than once (${excerpt(earlier)}, then ${excerpt(value)}): a server keeps only one of them. Send it once.`;
      findings.push({ finding: 'warning', requirement: null, parameter: name, level: null, message });
    }
    first.set(name, value);
  }
  return findings;
}
