import type { Facts } from '../../../generated/model.ts';
import { type Finding, required } from '../finding.ts';
import type { ReadHit } from '../hit.ts';
import { excerpt } from '../message.ts';
import { timeOf } from '../session/times.ts';

/** A privileged parameter without a token: servers ignore it or refuse the request, and none obeys it. */
export function privilegedFindings({ facts, values, sent, bodyToken }: ReadHit): Finding[] {
  if (values.get('token_auth') || bodyToken) return [];
  const findings: Finding[] = [];
  for (const { name, text, parameter } of sent) {
    if (text === '' || parameter?.authentication !== 'admin') continue;
    findings.push(withoutToken(facts, name));
  }
  return findings;
}

function withoutToken(facts: Facts, name: string): Finding {
  const refused = 'piwik.authentication.token-beside';
  const today = refused in facts.requirements;
  return required(facts, today ? refused : 'piwik.authentication.token-sent', name, {
    sent: `${name} is sent without token_auth.`,
    expected: 'Expected: the token of a user with admin access to the site beside it.',
    effect: today ? 'A server refuses the whole request.' : 'A server ignores the parameter or refuses the request.',
    remedy: 'Send the token from a server of yours, or leave the parameter out.',
  });
}

/** A time that lies back needs a token; how far it may lie back without one, the spec says. */
export function oldTime(hit: ReadHit): Finding[] {
  const { facts, values, request, bodyToken } = hit;
  const id = 'piwik.client-time.old-needs-token';
  const time = timeOf(hit);
  const allowed = Number(facts.rules['client-time']?.constants.withoutTokenSeconds) * 1000;
  if (!(id in facts.requirements) || time === undefined || request.time === undefined) return [];
  if (values.get('token_auth') || bodyToken || request.time - time < allowed) return [];
  return [
    required(facts, id, 'cdt', {
      sent: `cdt=${excerpt(values.get('cdt') ?? '')} lies a day or more before the request, and token_auth is missing.`,
      expected: 'Expected: the token of a user with admin access to the site beside it.',
      effect: 'A server refuses the whole request.',
      remedy: 'Send the token from a server of yours, or send the hit within a day.',
    }),
  ];
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
