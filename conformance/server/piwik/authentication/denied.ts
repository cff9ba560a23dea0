/** One visitor claims without a right to, another claims the same with a sufficient token. */
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { AbsentRecord, ExpectedRecord, Identity, OutgoingRequest, Scenario, TargetFacts } from '../../model.ts';
import { get, type Pairs, wireOf } from '../request/hit.ts';
import { viewing } from '../request/page.ts';
import { bareHitOf, person } from '../request/person.ts';
import { noRow, of, on, row } from '../row/rows.ts';
import {
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

/** What fails when a claim is believed that must not be, or is not that must. */
type RequirementOf = (name: Privileged) => RequirementId;

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
function notBelieved(plan: Claims, name: Privileged, identity: Identity, requirementOf: RequirementOf): AbsentRecord[] {
  const { visitor } = person(DENIED, identity);
  const visitors = new Set([visitor, enforced(plan, DENIED, visitor, identity)]);
  return [...visitors].map((one) =>
    noRow('log_visit', believed(name, plan, DENIED, one, identity), requirementOf(name), `granted ${name}`),
  );
}

/** The claims are made with a token that is sufficient, and believed. */
export function granted(
  plan: Claims,
  token: string,
  identity: Identity,
  target: TargetFacts,
  requirementOf: RequirementOf,
): Scenario {
  const owner = enforced(plan, GRANTED, person(GRANTED, identity).visitor, identity);
  return {
    requests: requestsOf(plan, GRANTED, [['token_auth', wireOf(token)]], identity, target),
    expected: plan.names.map((name) =>
      row('log_visit', `granted ${name}`, believed(name, plan, GRANTED, owner, identity), requirementOf(name)),
    ),
    absent: [],
  };
}

/** `credentials` are what the denied visitor sends: nothing, or a token that is not sufficient. */
export function denied(
  plan: Claims,
  credentials: Pairs,
  identity: Identity,
  target: TargetFacts,
  requirementOf: RequirementOf,
): Scenario {
  const twin = granted(plan, target.token ?? '', identity, target, requirementOf);
  const [first = 'country'] = plan.names;
  const where = { ...of(person(DENIED, identity)), ...on(lastPage(DENIED, identity)) };
  const tracked: ExpectedRecord = {
    ...row('log_link_visit_action', `denied ${first}`, where, requirementOf(first)),
    optional: { ledger: 'piwik.privileged-without-token', stored: 'ignored', absent: 'refused' },
  };
  return {
    requests: [...requestsOf(plan, DENIED, credentials, identity, target), ...twin.requests],
    expected: [...twin.expected, tracked],
    absent: plan.names.flatMap((name) => notBelieved(plan, name, identity, requirementOf)),
  };
}

/** Requests with an insufficient token are few: all claims that go together in one, and `new_visit` in another. */
export function allDenied(
  plans: readonly Claims[],
  token: string,
  identity: Identity,
  target: TargetFacts,
  requirementOf: RequirementOf,
): Scenario {
  const credentials: Pairs = [['token_auth', wireOf(token)]];
  return together(
    plans.map((plan, index) => denied(plan, credentials, apart(identity, index * 2), target, requirementOf)),
  );
}

/** Scenarios one after another, as one. */
export function together(scenarios: readonly Scenario[]): Scenario {
  return {
    requests: scenarios.flatMap(({ requests }) => requests),
    expected: scenarios.flatMap(({ expected }) => expected),
    absent: scenarios.flatMap(({ absent }) => absent),
  };
}

/** The same identity from a later slot on. */
function apart(identity: Identity, by: number): Identity {
  return {
    ...identity,
    visitor: (slot) => identity.visitor(slot + by),
    address: (slot) => identity.address(slot + by),
    text: (slot) => identity.text(slot + 2 * by),
    url: (slot) => identity.url(slot + 2 * by),
  };
}
