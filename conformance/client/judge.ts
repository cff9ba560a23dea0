import type { Facts } from '../../generated/model.ts';
import type { Pair } from '../../wire/query.ts';
import type { RawRequest } from '../../wire/request.ts';
import type { Finding, JudgedHit, JudgedRequest } from './finding.ts';
import { hitsOf } from './hits.ts';
import { piwikFindings } from './piwik.ts';
import { snowplowFindings } from './snowplow.ts';
import { validators } from './validators.ts';
import { excerpt, judgeValues } from './values.ts';
import { type ProtocolChoice, protocolOf } from './version.ts';

/**
 * Judges one recorded request: every hit it carries, each against the spec of its protocol.
 *
 * @param index place of the request in its recording, from 0
 * @param choice protocol and version when the caller names them; else they are told from the path
 * @returns the request without hits and with a reason when it is no tracking request of a known version
 */
export function judgeRequest(request: RawRequest, index: number, choice: ProtocolChoice): JudgedRequest {
  const known = protocolOf(request.path, choice);
  if ('reason' in known) return { index, hits: [], reason: known.reason };
  const { facts } = known;
  const read = hitsOf(facts.protocol, request);
  const carrier = facts.protocol === 'piwik' ? piwikFindings.ofRequest(facts, request) : [];
  const hits = read.map((pairs) => judgeHit(facts, pairs, carrier));
  return hits.length > 0 ? { index, hits } : { index, hits, reason: 'the request carries no parameter' };
}

function judgeHit(facts: Facts, pairs: readonly Pair[], carrier: readonly Finding[]): JudgedHit {
  // The last of repeated names is the one servers of the day kept.
  const values = new Map(pairs.map((pair) => [pair.name, pair.value]));
  const present = Object.fromEntries([...values].filter(([, text]) => text !== ''));
  const findings = [
    ...carrier,
    ...encodingFindings(pairs),
    ...repeatedFindings(pairs),
    ...judgeValues(facts, values, validators[`${facts.protocol}@${facts.version}`]?.(present) ?? []),
    ...(facts.protocol === 'piwik' ? piwikFindings.ofHit(facts, values) : snowplowFindings(facts, values)),
  ];
  const conformant = findings.every((finding) => finding.finding !== 'violation');
  return { protocol: facts.protocol, version: facts.version, conformant, findings };
}

function encodingFindings(pairs: readonly Pair[]): Finding[] {
  return pairs
    .filter((pair) => !pair.wellFormed)
    .map((pair) => ({
      finding: 'warning',
      requirement: null,
      parameter: pair.name,
      level: null,
      message: `${pair.name}=${excerpt(pair.value)} is badly percent-encoded (a stray % or bytes that are no UTF-8): servers lose or misread it. Encode the UTF-8 bytes of the value.`,
    }));
}

function repeatedFindings(pairs: readonly Pair[]): Finding[] {
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
