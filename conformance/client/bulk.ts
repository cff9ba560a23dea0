import type { Facts } from '../../generated/model.ts';
import type { Hits } from '../../wire/hits.ts';
import type { Finding } from './finding.ts';
import { required } from './require.ts';

/** What binds the body of a bulk request as a whole; it stands on each of its hits. */
export function bulkFindings(facts: Facts, read: Hits): Finding[] {
  if (read.transport === 'single') return [];
  if (read.unreadable) {
    const message = `the bulk body cannot be read: ${read.unreadable}. Send a JSON object with "token_auth" and "requests".`;
    return [required(facts, 'piwik.bulk.requests', null, message)];
  }
  if (read.token) return [];
  const message =
    'the bulk body has no "token_auth": servers of the time refuse the whole of it. Add the key of a user with admin access.';
  return [required(facts, 'piwik.bulk.token', 'token_auth', message)];
}

/** An entry of a bulk body that is no query: servers count it and store nothing. */
export function unusableEntry(facts: Facts, reason: string): Finding {
  const message = `${reason}: servers store nothing of it. Send the query string with its "?".`;
  return required(facts, 'piwik.bulk.query-strings', null, message);
}

/** A privileged parameter without a token: servers ignore it or refuse the request, and none obeys it. */
export function privilegedFindings(facts: Facts, values: ReadonlyMap<string, string>, bodyToken?: string): Finding[] {
  if (values.get('token_auth') || bodyToken) return [];
  return [...values.keys()]
    .filter((name) => facts.parameters[name]?.authentication === 'admin' && values.get(name) !== '')
    .map((name) => {
      const message = `${name} is sent without token_auth: a server ignores it or refuses the request. Send the key of a user with admin access, or leave it out.`;
      return required(facts, 'piwik.authentication.token-sent', name, message);
    });
}
