/**
 * With a wrong token nothing is believed that needs one, and a request that claims nothing is tracked all the same.
 * All of it in one case: trackers shut their door after some wrong tokens, so that a run may send only few.
 */
import type { Experiment, Identity, Scenario, TargetFacts } from '../../model.ts';
import { needsToken } from '../obstacle.ts';
import { bulk, entryOf } from '../request/bulk.ts';
import { get, type Pairs } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { bareHitOf, headersOf, person } from '../request/person.ts';
import { noRow, of, row } from '../row/rows.ts';
import { allClaims, authenticationOf, type Claims, privileged } from './claim.ts';
import { allDenied, together } from './denied.ts';

const tracked = 'piwik.authentication.wrong-token';
const refused = 'piwik.bulk.wrong-token';

/** 32 hexadecimal digits that nobody was ever given. */
function wrongToken(identity: Identity): string {
  return `${identity.visitor(30)}${identity.visitor(31)}`;
}

/** A page view with a wrong token that claims nothing. */
function withoutClaims(identity: Identity, target: TargetFacts): Scenario {
  const who = person(4, identity);
  const token: Pairs = [['token_auth', wrongToken(identity)]];
  return {
    requests: [get(bareHitOf(who, target, [...viewing(page(10, identity)), ...token]))],
    expected: [row('log_link_visit_action', 'without claims', of(who), tracked)],
    absent: [],
  };
}

/** The same bulk request with the right token, and with one that has a digit more. */
function inBulk(identity: Identity, target: TargetFacts): Scenario {
  const [wrong, right] = [person(5, identity), person(6, identity)];
  const sent = (who: typeof wrong, token: string | undefined) =>
    bulk([entryOf(bareHitOf(who, target, viewing(page(11, identity))), 'query')], { token, headers: headersOf(who) });
  return {
    requests: [sent(wrong, `${target.token}0`), sent(right, target.token)],
    expected: [row('log_visit', 'right bulk', of(right), refused)],
    absent: [noRow('log_visit', of(wrong), refused, 'right bulk')],
  };
}

export const authenticationWrongToken: Experiment<readonly Claims[]> = {
  id: 'piwik.authentication-wrong-token',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [...privileged.map(authenticationOf), tracked, refused],
  casesPerRun: 0,
  wrongToken: true,
  obstacle: needsToken,
  branches: {},
  plan: () => allClaims,
  render: (plans, identity, target) =>
    together([
      allDenied(plans, wrongToken(identity), identity, target, authenticationOf),
      withoutClaims(identity, target),
      ...(target.features.has('bulk') ? [inBulk(identity, target)] : []),
    ]),
};
