/** One visitor claims without a right to, another claims the same with a sufficient token. */
import type { AbsentRecord, ExpectedRecord, Identity, OutgoingRequest, Scenario, TargetFacts } from '../../model.ts';
import { get, type Pairs, wireOf } from '../request/hit.ts';
import { viewing } from '../request/page.ts';
import { bareHitOf, person } from '../request/person.ts';
import { noRow, row } from '../row/rows.ts';
import { authenticationOf, believed, type Claims, claiming, firstPage, lastPage, viewingLast } from './claim.ts';

const DENIED = 0;
const GRANTED = 1;

/** The requests of one visitor: a page without claims first where a new visit is claimed, then the claims. */
function requestsOf(plan: Claims, slot: number, credentials: Pairs, identity: Identity, target: TargetFacts) {
  const who = person(slot, identity);
  const requests: OutgoingRequest[] = [];
  if (plan.names.includes('new_visit')) {
    requests.push(get(bareHitOf(who, target, viewing(firstPage(slot, identity)))));
  }
  const pairs = [...viewingLast(slot, identity), ...claiming(plan, slot, identity), ...credentials];
  return [...requests, get(bareHitOf(who, target, pairs))];
}

/** `credentials` are what the denied visitor sends: nothing, or a token that is not sufficient. */
export function denied(plan: Claims, credentials: Pairs, identity: Identity, target: TargetFacts): Scenario {
  const token: Pairs = [['token_auth', wireOf(target.token ?? '')]];
  const [claimant, owner] = [person(DENIED, identity), person(GRANTED, identity)];
  const granted = plan.names.map((name) => {
    const where = believed(name, plan, GRANTED, owner.visitor, identity);
    return row('log_visit', `granted ${name}`, where, authenticationOf(name));
  });
  const absent = plan.names.map((name): AbsentRecord => {
    const where = believed(name, plan, DENIED, claimant.visitor, identity);
    return noRow('log_visit', where, authenticationOf(name), `granted ${name}`);
  });
  const [first = 'country'] = plan.names;
  const tracked: ExpectedRecord = {
    ...row(
      'log_link_visit_action',
      'denied',
      { idvisitor: claimant.visitor, 'idaction_url.name': lastPage(DENIED, identity).name },
      authenticationOf(first),
    ),
    optional: { ledger: 'piwik.privileged-without-token', stored: 'ignored', absent: 'refused' },
  };
  return {
    requests: [
      ...requestsOf(plan, DENIED, credentials, identity, target),
      ...requestsOf(plan, GRANTED, token, identity, target),
    ],
    expected: [...granted, tracked],
    absent,
  };
}
