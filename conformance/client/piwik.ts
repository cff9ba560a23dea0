import type { Facts } from '../../generated/model.ts';
import { readBulk } from '../../wire/bulk.ts';
import type { RawRequest } from '../../wire/request.ts';
import type { Finding } from './finding.ts';
import { required } from './require.ts';

/** What binds Piwik clients beyond the form of each value. */
export const piwikFindings = { ofRequest: bulkFindings, ofHit: privilegedFindings };

function bulkFindings(facts: Facts, request: RawRequest): Finding[] {
  const bulk = readBulk(request.body);
  if (!bulk) return [];
  if (bulk.kind === 'malformed') {
    const message = `the bulk body cannot be read: ${bulk.reason}. Send a JSON object with "token_auth" and "requests".`;
    return [required(facts, 'piwik.bulk.body', null, message)];
  }
  if (bulk.token) return [];
  const message =
    'the bulk body has no "token_auth": servers of the time refuse the whole of it. Add the key of a user with admin access.';
  return [required(facts, 'piwik.bulk.token', 'token_auth', message)];
}

/** A privileged parameter without a token breaks no sentence of the document, but no server obeys it. */
function privilegedFindings(facts: Facts, values: ReadonlyMap<string, string>): Finding[] {
  if (values.get('token_auth')) return [];
  return [...values.keys()]
    .filter((name) => facts.parameters[name]?.authentication === 'admin' && values.get(name) !== '')
    .map((name) => ({
      finding: 'warning',
      requirement: `piwik.${name}.authentication`,
      parameter: name,
      level: facts.requirements[`piwik.${name}.authentication`]?.level ?? null,
      message: `${name} is sent without token_auth: a server ignores it or refuses the request. Send the key of a user with admin access, or leave it out.`,
    }));
}
