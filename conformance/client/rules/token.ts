import { type Finding, required } from '../finding.ts';
import type { ReadHit } from '../hit.ts';

/** A privileged parameter without a token: servers ignore it or refuse the request, and none obeys it. */
export function privilegedFindings({ facts, values, sent, bodyToken }: ReadHit): Finding[] {
  if (values.get('token_auth') || bodyToken) return [];
  const findings: Finding[] = [];
  for (const { name, text, parameter } of sent) {
    if (text === '' || parameter?.authentication !== 'admin') continue;
    findings.push(
      required(facts, 'piwik.authentication.token-sent', name, {
        sent: `${name} is sent without token_auth.`,
        expected: 'Expected: the token of a user with admin access to the site beside it.',
        effect: 'A server ignores the parameter or refuses the request.',
        remedy: 'Send the token from a server of yours, or leave the parameter out.',
      }),
    );
  }
  return findings;
}

/** Whoever opens the page can read the token, and with it do what its user may do. */
export function tokenInBrowser({ facts, request, values, bodyToken }: ReadHit): Finding[] {
  if (!(values.get('token_auth') || bodyToken) || !fromBrowser(request.headers)) return [];
  return [
    required(facts, 'piwik.authentication.not-in-a-browser', 'token_auth', {
      sent: 'A browser sends token_auth.',
      expected: 'Expected: no token in what a page sends.',
      effect: 'A server obeys it, for this visitor and for everyone who reads the token in the page.',
      remedy: 'Revoke the token, and send what needs one from a server of yours.',
    }),
  ];
}

/**
 * A page in a browser made the request. The User-Agent alone says nothing, since clients on servers pass on that of
 * their visitor; Origin and Referer they do not.
 */
export function fromBrowser(headers: Readonly<Record<string, string>>): boolean {
  const agent = headers['user-agent'] ?? '';
  return agent.startsWith('Mozilla/') && Boolean(headers.origin || headers.referer);
}
