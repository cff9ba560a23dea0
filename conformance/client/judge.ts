import type { Facts } from '../../generated/model.ts';
import { type Hit, piwikHits, snowplowHits } from '../../wire/hits.ts';
import type { Pair } from '../../wire/query.ts';
import type { RawRequest } from '../../wire/request.ts';
import { bulkFindings, privilegedFindings, unusableEntry } from './bulk.ts';
import { encodingFindings, repeatedFindings } from './encoding.ts';
import type { Finding, JudgedHit, JudgedRequest } from './finding.ts';
import { strayParameters } from './stray.ts';
import { validators } from './validators.ts';
import { judgeValues } from './values.ts';
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
  const read = facts.protocol === 'piwik' ? piwikHits(request) : snowplowHits(request);
  const carrier = bulkFindings(facts, read);
  const hits = read.hits.filter((hit) => hit.kind === 'unusable' || hit.pairs.length > 0);
  if (hits.length > 0) return { index, hits: hits.map((hit) => judgeHit(facts, hit, carrier, read.token)) };
  // A bulk body that cannot be read is one broken hit, not none: its data is lost.
  if (read.unreadable) return { index, hits: [judged(facts, carrier)] };
  return { index, hits: [], reason: 'the request carries no parameter' };
}

function judgeHit(facts: Facts, hit: Hit, carrier: readonly Finding[], token: string | undefined): JudgedHit {
  if (hit.kind === 'unusable') return judged(facts, [...carrier, unusableEntry(facts, hit.reason)]);
  const values = valuesOf(hit.pairs);
  const present = Object.fromEntries([...values].filter(([, text]) => text !== ''));
  return judged(facts, [
    ...carrier,
    ...encodingFindings(hit.pairs),
    ...repeatedFindings(hit.pairs),
    ...judgeValues(facts, values, validators[`${facts.protocol}@${facts.version}`]?.(present) ?? []),
    ...privilegedFindings(facts, values, token),
    ...strayParameters(facts, values),
  ]);
}

/** The last of repeated names is the one servers of the day kept. */
function valuesOf(pairs: readonly Pair[]): Map<string, string> {
  return new Map(pairs.map((pair) => [pair.name, pair.value]));
}

function judged(facts: Facts, findings: Finding[]): JudgedHit {
  const conformant = findings.every((finding) => finding.finding !== 'violation');
  return { protocol: facts.protocol, version: facts.version, conformant, findings };
}
