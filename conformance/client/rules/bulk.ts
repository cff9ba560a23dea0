import type { Facts } from '../../../generated/model.ts';
import type { Hits } from '../../../wire/hits.ts';
import { advised, type Finding, noted, required } from '../finding.ts';
import { parameterNamed, type ReadHit } from '../hit.ts';

/** What binds the body of a bulk request as a whole; it stands on each of its hits. */
export function bulkFindings(facts: Facts, read: Hits, method: string): Finding[] {
  if (read.transport !== 'bulk') return [];
  const findings: Finding[] = [];
  if (method.toUpperCase() !== 'POST') findings.push(notPosted(facts, method));
  if (read.unreadable) findings.push(unreadable(facts, read.unreadable));
  else if (!read.token && 'piwik.bulk.token' in facts.requirements) findings.push(withoutToken(facts));
  return findings;
}

function notPosted(facts: Facts, method: string): Finding {
  return required(facts, 'piwik.bulk.post-to-endpoint', null, {
    sent: `The bulk request is sent by ${method}.`,
    expected: 'Expected: POST.',
    effect: 'Servers and what stands before them may drop the body.',
    remedy: 'Send it by POST.',
  });
}

function unreadable(facts: Facts, reason: string): Finding {
  return required(facts, 'piwik.bulk.requests', null, {
    sent: `The bulk body cannot be read: ${reason}.`,
    expected: `Expected: a JSON object with "requests", an array of query strings${'piwik.bulk.token' in facts.requirements ? ', and "token_auth"' : ''}.`,
    effect: 'A server tracks none of its hits.',
    remedy: 'Write the body with a JSON encoder.',
  });
}

function withoutToken(facts: Facts): Finding {
  return required(facts, 'piwik.bulk.token', 'token_auth', {
    sent: 'The bulk body has no "token_auth".',
    expected: 'Expected: the key of a user with admin access beside "requests".',
    effect: 'Servers of the time refuse the whole of it.',
    remedy: 'Add it, or send the hits one by one.',
  });
}

/** An entry of a bulk body that is no query: servers count it and store nothing. */
export function unusableEntry(facts: Facts, reason: string): Finding {
  const old = queryStrings in facts.requirements;
  return required(facts, old ? queryStrings : usableEntries, null, {
    sent: `The entry of the bulk body cannot be used: ${reason}.`,
    expected: 'Expected: the query string of one request, such as "?idsite=1&rec=1".',
    effect: old
      ? 'A server stores nothing of it, and one of the time stops there.'
      : 'A server drops it without a word.',
    remedy: 'Send the query string with its question mark.',
  });
}

const queryStrings = 'piwik.bulk.query-strings';
const usableEntries = 'piwik.bulk.usable-entries';

/** Servers of today find a query by its question mark, and drop an entry without one. */
export function withoutMark({ facts, unmarked }: ReadHit): Finding[] {
  return unmarked && usableEntries in facts.requirements ? [unusableEntry(facts, 'it has no question mark')] : [];
}

const textForms = ['text', 'page-title', 'page-url', 'url', 'referrer-url', 'campaign-text', 'date-time', 'moment'];

/** An entry may be an object; a number or a boolean where a text belongs is lost. */
export function entryObjects({ facts, pairs }: ReadHit): Finding[] {
  const literals = pairs.filter((pair) => pair.literal);
  const findings = literals
    .filter(({ name }) => textForms.includes(parameterNamed(facts, name)?.wireForm ?? ''))
    .map(({ name, value, literal }) =>
      noted('warning', name, {
        sent: `${name} is the ${literal} ${value} in an entry that is an object.`,
        expected: 'Expected: a JSON string.',
        effect: 'A server takes its default in place of the value.',
        remedy: `Write it as ${JSON.stringify(value)}.`,
      }),
    );
  return literals.length > 0 && queryStrings in facts.requirements ? [asObject(facts), ...findings] : findings;
}

function asObject(facts: Facts): Finding {
  return advised(facts, 'piwik.bulk.query-strings', null, {
    sent: 'The entry of the bulk body is an object with values that are no strings.',
    expected: 'Expected: a query string.',
    effect: 'Servers read it all the same.',
    remedy: 'Send the query string where a server must follow the document to the letter.',
  });
}
