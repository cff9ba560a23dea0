import type { Facts } from '../../../generated/model.ts';
import { decode } from '../../../wire/query.ts';
import { advised, type Finding, noted, required } from '../finding.ts';
import type { ReadHit } from '../hit.ts';
import { excerpt, shown } from '../message.ts';
import { printable } from '../printable.ts';

/** Anything but a visible ASCII character: a blank, a control character, or a byte beyond ASCII. */
const raw = /[^\x21-\x7e]/;

/** Text that stands in the query as it is, where it must be percent-encoded. */
export function rawText({ facts, request, transport }: ReadHit): Finding[] {
  if (transport !== 'single' || !raw.test(request.query)) return [];
  return request.query
    .split('&')
    .filter((segment) => raw.test(segment))
    .map((segment) => {
      const [name = '', value = ''] = segment.split(/=(.*)/s).map((part) => decode(part).text);
      const remark = {
        sent: `${printable(name)}=${shown(name, value)} stands in the query with a raw blank, control character or byte beyond ASCII.`,
        expected: 'Expected: percent-encoded UTF-8, such as %20 for a blank.',
        effect:
          facts.protocol === 'piwik'
            ? 'Servers and what stands before them cut the address there, refuse it, or guess its encoding.'
            : 'A server makes the whole event a bad row, or the request breaks off at the blank.',
        remedy: 'Encode name and value with encodeURIComponent or its like.',
      };
      const id = rawRule(facts, name);
      return id ? required(facts, id, name, remark) : noted('warning', name, remark);
    });
}

function rawRule({ requirements }: Facts, name: string): string | undefined {
  const ids =
    name === 'cdt' ? ['piwik.client-time.encoded', 'piwik.transport.url-encoded'] : ['piwik.transport.url-encoded'];
  return ids.find((id) => id in requirements);
}

/** A single Piwik request carries its parameters in the query; a token may hide in the body. */
export function inQuery({ facts, pairs }: ReadHit): Finding[] {
  const names = pairs.filter(({ name, place }) => place === 'form' && name !== 'token_auth').map(({ name }) => name);
  if (names.length === 0 || !('piwik.transport.in-query' in facts.requirements)) return [];
  return [
    advised(facts, 'piwik.transport.in-query', null, {
      sent: `${names.length} parameters stand in a form body: ${excerpt(names.join(', '))}.`,
      expected: 'Expected: the parameters of a single request in the query.',
      effect: 'Servers of the day read them there too; a log of requests does not show them.',
      remedy: 'Send them in the query, or many hits in a bulk request.',
    }),
  ];
}

/** A body of another type than a form is read by no server. */
export function formType({ facts, request, pairs, transport }: ReadHit): Finding[] {
  const id = 'piwik.transport.form-type';
  if (transport !== 'single' || pairs.length > 0 || request.body.length === 0 || !(id in facts.requirements)) return [];
  const type = request.headers['content-type'];
  return [
    required(facts, id, null, {
      sent: `The request has no query, and a body of the Content-Type ${type === undefined ? 'none' : excerpt(type)}.`,
      expected: 'Expected: application/x-www-form-urlencoded, or a bulk request.',
      effect: 'A server reads nothing of it and answers 400.',
      remedy: 'Send that Content-Type, or the parameters in the query.',
    }),
  ];
}

/** Snowplow of 2014: an event is a GET request, its data in the query string. */
export function sentByGet({ facts, request, pairs }: ReadHit): Finding[] {
  const { method, body } = request;
  const findings: Finding[] = [];
  if ('snowplow.transport.sent-by-get' in facts.requirements && method.toUpperCase() !== 'GET') {
    findings.push(
      required(facts, 'snowplow.transport.sent-by-get', null, {
        sent: `The event is sent by ${excerpt(method)}.`,
        expected: 'Expected: GET.',
        effect: 'A collector of the day answers 404 and stores nothing.',
        remedy: 'Send it by GET.',
      }),
    );
  }
  if ('snowplow.transport.in-query' in facts.requirements && pairs.length === 0 && body.length > 0) {
    findings.push(
      required(facts, 'snowplow.transport.in-query', null, {
        sent: `The request has a body of ${body.length} bytes and no query.`,
        expected: 'Expected: the data of the event in the query string.',
        effect: 'A collector of the day does not read bodies: the event is lost.',
        remedy: 'Write the data into the query string.',
      }),
    );
  }
  return findings;
}
