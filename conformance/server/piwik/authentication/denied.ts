/** One visitor claims without a right to, another claims the same with a sufficient token. */
import type { AbsentRecord, ExpectedRecord, Identity, OutgoingRequest, Scenario, TargetFacts } from '../../model.ts';
import { get, type Pairs, wireOf } from '../request/hit.ts';
import { viewing } from '../request/page.ts';
import { bareHitOf, person } from '../request/person.ts';
import { noRow, of, on, row } from '../row/rows.ts';
import {
  authenticationOf,
  believed,
  type Claims,
  claiming,
  enforced,
  firstPage,
  lastPage,
  type Privileged,
  viewingLast,
} from './claim.ts';

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

/** Where it would show that the denied visitor was believed, be it as themselves or as who they claim to be. */
function notBelieved(plan: Claims, name: Privileged, identity: Identity): AbsentRecord[] {
  const { visitor } = person(DENIED, identity);
  const visitors = new Set([visitor, enforced(plan, DENIED, visitor, identity)]);
  return [...visitors].map((one) =>
    noRow('log_visit', believed(name, plan, DENIED, one, identity), authenticationOf(name), `granted ${name}`),
  );
}

/** `credentials` are what the denied visitor sends: nothing, or a token that is not sufficient. */
export function denied(plan: Claims, credentials: Pairs, identity: Identity, target: TargetFacts): Scenario {
  const token: Pairs = [['token_auth', wireOf(target.token ?? '')]];
  const owner = enforced(plan, GRANTED, person(GRANTED, identity).visitor, identity);
  const granted = plan.names.map((name) => {
    return row('log_visit', `granted ${name}`, believed(name, plan, GRANTED, owner, identity), authenticationOf(name));
  });
  const [first = 'country'] = plan.names;
  const where = { ...of(person(DENIED, identity)), ...on(lastPage(DENIED, identity)) };
  const tracked: ExpectedRecord = {
    ...row('log_link_visit_action', 'denied', where, authenticationOf(first)),
    optional: { ledger: 'piwik.privileged-without-token', stored: 'ignored', absent: 'refused' },
  };
  return {
    requests: [
      ...requestsOf(plan, DENIED, credentials, identity, target),
      ...requestsOf(plan, GRANTED, token, identity, target),
    ],
    expected: [...granted, tracked],
    absent: plan.names.flatMap((name) => notBelieved(plan, name, identity)),
  };
}
