import type { Facts } from '../../../generated/model.ts';
import type { Hits } from '../../../wire/hits.ts';
import { endpointOf, type RawRequest } from '../../../wire/request.ts';
import { type Finding, required } from '../finding.ts';
import type { ReadHit, Sent } from '../hit.ts';
import { excerpt } from '../message.ts';

const lost = 'A server makes the whole batch one bad row: none of its events is stored.';
const envelope = /^iglu:com\.snowplowanalytics\.snowplow\/payload_data\/jsonschema\/1-0-[0-9]+$/;
const contentType = /^application\/json(?:;\s*charset=utf-8)?$/i;

/** What binds the body of a batch as a whole; it stands on each of its events. */
export function batchFindings(facts: Facts, read: Hits, request: RawRequest): Finding[] {
  if (read.transport !== 'batch') return [];
  return [
    ...toCollector(facts, request),
    ...typed(facts, request),
    ...enveloped(facts, read),
    ...(read.hits.length === 0 && !read.unreadable ? [empty(facts)] : []),
  ];
}

/** Only paths of two segments take batches. */
function toCollector(facts: Facts, { path }: RawRequest): Finding[] {
  const endpoint = endpointOf(path);
  const route = facts.routes.find((one) => one.path === endpoint);
  if (!route || route.methods.includes('POST')) return [];
  return [
    required(facts, 'snowplow.payload-data.path', null, {
      sent: `The batch is sent to ${excerpt(path)}.`,
      expected: 'Expected: a path such as /com.snowplowanalytics.snowplow/tp2.',
      effect: 'A collector answers 404 and stores nothing.',
      remedy: 'Send it to the path of the collector that takes POST.',
    }),
  ];
}

function typed(facts: Facts, { headers }: RawRequest): Finding[] {
  const type = headers['content-type'] ?? '';
  if (contentType.test(type.trim())) return [];
  return [
    required(facts, 'snowplow.payload-data.content-type', null, {
      sent: type === '' ? 'The batch has no Content-Type.' : `The batch has the Content-Type ${excerpt(type)}.`,
      expected: 'Expected: application/json; charset=utf-8.',
      effect: lost,
      remedy: 'Send that header.',
    }),
  ];
}

function enveloped(facts: Facts, { schema, unreadable }: Hits): Finding[] {
  if (!unreadable && envelope.test(schema ?? '')) return [];
  const named = schema === undefined ? 'The body names no schema.' : `The body names the schema ${excerpt(schema)}.`;
  return [
    required(facts, 'snowplow.payload-data.envelope', null, {
      sent: unreadable ? `The body of the batch cannot be read: ${unreadable}.` : named,
      expected: `Expected: {"schema": "${facts.rules['payload-data']?.constants.schema}", "data": [...]}.`,
      effect: lost,
      remedy: 'Write the body with a JSON encoder, and name the schema.',
    }),
  ];
}

function empty(facts: Facts): Finding {
  return required(facts, 'snowplow.payload-data.not-empty', null, {
    sent: 'The batch holds no event.',
    expected: 'Expected: at least one event in "data".',
    effect: 'A server makes a bad row of it.',
    remedy: 'Send nothing when there is nothing to send.',
  });
}

/** An event that is no object. */
export function unusableEvent(facts: Facts, reason: string): Finding {
  return required(facts, 'snowplow.payload-data.strings', null, {
    sent: `An event of the batch cannot be used: ${reason}.`,
    expected: 'Expected: an object from parameter to text.',
    effect: lost,
    remedy: 'Write each event as an object.',
  });
}

/** What an event of a batch may hold. */
export function eventOfBatch({ facts, pairs, transport }: ReadHit): Finding[] {
  if (transport !== 'batch') return [];
  const own = pairs.filter(({ place }) => place === 'batch');
  const names = new Set(own.map(({ name }) => name));
  const needed = facts.rules['payload-data']?.constants.required;
  const always = (name: string): boolean => facts.parameters[name]?.level === 'required';
  // What every event must hold, in a batch or not, is asked for elsewhere.
  const wanted = Array.isArray(needed) ? needed.filter((name) => !names.has(name) && !always(name)) : [];
  return [
    ...own.filter(({ literal }) => literal).map((pair) => noString(facts, pair)),
    ...own.filter(({ name }) => isStranger(facts, name)).map(({ name }) => stranger(facts, name)),
    ...wanted.map((name) => lacking(facts, name)),
  ];
}

function noString(facts: Facts, { name, value, literal }: ReadHit['pairs'][number]): Finding {
  return required(facts, 'snowplow.payload-data.strings', name, {
    sent: `${excerpt(name)} is the ${literal} ${excerpt(value)}.`,
    expected: 'Expected: a JSON string.',
    effect: lost,
    remedy: `Write it as ${excerpt(value)}, in quotation marks.`,
  });
}

function stranger(facts: Facts, name: string): Finding {
  return required(facts, 'snowplow.payload-data.known-names', name, {
    sent: `${excerpt(name)} is none of the names that payload_data lists.`,
    expected: 'Expected: only names that it lists.',
    effect: lost,
    remedy: 'Leave it out; data of your own belong into a context.',
  });
}

function lacking(facts: Facts, name: string): Finding {
  return required(facts, 'snowplow.payload-data.required', name, {
    sent: `${name} is missing.`,
    expected: 'Expected: e, p and tv in each event of a batch.',
    effect: lost,
    remedy: 'Send it with every event.',
  });
}

/** A name that a server takes in no body, be it unknown or one that is read in queries only. */
function isStranger(facts: Facts, name: string): boolean {
  const parameter = Object.hasOwn(facts.parameters, name) ? facts.parameters[name] : undefined;
  return parameter === undefined || parameter.queryOnly === true;
}

/** The parameters of an event that are judged by their form: of a strange name it is said already what comes of it. */
export function withoutStrangers({ facts, pairs, sent }: ReadHit): Sent[] {
  const strange = new Set(
    pairs.filter(({ name, place }) => place === 'batch' && isStranger(facts, name)).map(({ name }) => name),
  );
  return sent.filter(({ name }) => !strange.has(name));
}
