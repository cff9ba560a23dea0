import type { Facts } from '../../generated/model.ts';
import type { Hit, Hits } from '../../wire/hits.ts';
import { encodingFindings, repeatedFindings, undecodable } from './encoding.ts';
import type { Finding, JudgedHit, JudgedRequest } from './finding.ts';
import { parametersOf, type ReadHit, sentOf, valuesOf } from './hit.ts';
import { missing } from './missing.ts';
import { hitsOf } from './reading.ts';
import type { RecordedRequest } from './recorded.ts';
import { batchFindings, unusableEvent, withoutStrangers } from './rules/batch.ts';
import { bulkFindings, unusableEntry } from './rules/bulk.ts';
import { hitRules } from './rules/rules.ts';
import { judgeValues } from './values.ts';
import { candidatesOf, type ProtocolChoice, versionOf } from './version.ts';

/** What was found on a hit, and the hit as it was read; an unusable entry of a bulk body has nothing to read. */
export interface JudgedReading {
  judged: JudgedHit;
  hit?: ReadHit;
}

/** One request judged by itself, before it is compared with others of its client. */
export interface Reading {
  hits: JudgedReading[];
  reason?: string;
}

/**
 * Judges one recorded request by itself: every hit it carries, each against the spec of its protocol.
 *
 * @param choice protocol and version when the caller names them; else they are told from the request
 * @returns no hits and a reason when it is no tracking request of a known version
 */
export function readRequest(request: RecordedRequest, choice: ProtocolChoice): Reading {
  if (request.method.toUpperCase() === 'OPTIONS') {
    return { hits: [], reason: 'a preflight request of a browser carries no hit' };
  }
  const known = candidatesOf(request, choice);
  if ('reason' in known) return { hits: [], reason: known.reason };
  const read = hitsOf(known.candidates, request);
  const facts = versionOf(known.candidates, read);
  if (!facts) return { hits: [], reason: 'the protocol has no version' };
  const carrier = [...bulkFindings(facts, read, request.method), ...batchFindings(facts, read, request)];
  const hits = read.hits.filter((hit) => hit.kind === 'unusable' || hit.pairs.length > 0 || lostBody(facts, request));
  if (request.bodyUnknown && !hits.some((hit) => namesRequired(facts, hit))) return { hits: [], reason: bodyUnknown };
  if (hits.length > 0) return { hits: hits.map((hit) => judgeHit(facts, request, read, hit, carrier)) };
  // A body that cannot be read, or a batch of none, is one broken hit, not none: its data is lost.
  if (read.unreadable || (read.transport === 'batch' && carrier.length > 0))
    return { hits: [{ judged: judgedHit(facts, carrier) }] };
  return { hits: [], reason: 'the request carries no parameter' };
}

const bodyUnknown = 'the recording does not hold the body, where its hits are';

/** A query without any of them, beside a body that is not known, is that of a bulk request. */
function namesRequired(facts: Facts, hit: Hit): boolean {
  if (hit.kind === 'unusable') return false;
  return hit.pairs.some(({ name }) => parametersOf(facts).get(name)?.level === 'required');
}

/** The same as the report writes it, for callers that have one request only. */
export function judgeRequest(request: RecordedRequest, index: number, choice: ProtocolChoice): JudgedRequest {
  const { hits, reason } = readRequest(request, choice);
  const judged = hits.map((hit) => hit.judged);
  return reason === undefined ? { index, hits: judged } : { index, hits: judged, reason };
}

/** A hit in a body that servers do not read is one broken hit, not none: its data is lost. */
function lostBody({ requirements }: Facts, request: RecordedRequest): boolean {
  const read = 'snowplow.transport.in-query' in requirements || 'piwik.transport.form-type' in requirements;
  return read && request.body.length > 0;
}

function judgeHit(
  facts: Facts,
  request: RecordedRequest,
  read: Hits,
  hit: Hit,
  carrier: readonly Finding[],
): JudgedReading {
  if (hit.kind === 'unusable') {
    const unusable = read.transport === 'batch' ? unusableEvent : unusableEntry;
    return { judged: judgedHit(facts, [...carrier, unusable(facts, hit.reason)]) };
  }
  const { transport, token: bodyToken } = read;
  const values = valuesOf(hit.pairs);
  const sent = sentOf(facts, values);
  const readHit: ReadHit = { facts, request, ...hit, values, sent, transport, bodyToken };
  const findings = [
    ...carrier,
    ...encodingFindings(facts, hit.pairs),
    ...(values.size < hit.pairs.length ? repeatedFindings(facts, hit.pairs) : []),
    ...judgeValues(facts, transport === 'batch' ? withoutStrangers(readHit) : sent, undecodable(hit.pairs)),
    ...missing(facts, values),
  ];
  for (const rule of hitRules[facts.protocol]) findings.push(...rule(readHit));
  return { judged: judgedHit(facts, findings), hit: readHit };
}

function judgedHit(facts: Facts, findings: Finding[]): JudgedHit {
  const conformant = findings.every((finding) => finding.finding !== 'violation');
  return { protocol: facts.protocol, version: facts.version, conformant, findings };
}
