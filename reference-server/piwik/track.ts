/** One hit from its parameters to its rows. */
import type { Goal } from '../settings/settings.ts';
import { insertRow } from '../storage/insert-row.ts';
import type { StoredRow } from '../storage/store.ts';
import type { Action } from './action.ts';
import type { ReachedBy } from './conversion.ts';
import { goalOf } from './goal.ts';
import type { Hit, Outcome, Tracking } from './hit.ts';
import type { RequestKind } from './request-kinds.ts';
import type { Deed, Sender, StoredVisit } from './store-visit.ts';
import type { ConversionFlags } from './visit.ts';

/** What a hit wants stored, found out before anything is. */
interface Plan {
  request: RequestKind;
  action: Action | undefined;
  /** The goal the request names. */
  goal: Goal | undefined;
  /** The goals its action reaches. */
  reached: readonly Goal[];
}

/** Stores the hit, or says why not. Throws a Refusal before anything is stored. */
export function trackHit(tracking: Tracking, hit: Hit): Outcome {
  const { parts } = tracking;
  const reason = parts.exclusionReason(tracking, hit) ?? parts.pluginExclusion(tracking, hit);
  if (reason !== undefined) return { kind: 'excluded', reason };
  const plan = planOf(tracking, hit);
  const sender = senderOf(tracking, hit);
  const before = sender.recognised;
  const running =
    before !== undefined && parts.sameVisit(before, hit.now, tracking.settings.piwik) ? before : undefined;
  const ids = parts.actionIds(tracking, plan.action);
  const deed: Deed = { action: plan.action, ids, flags: conversionFlags(tracking, plan, running?.buyer ?? 0) };
  const visit =
    running === undefined
      ? parts.startVisit(tracking, hit, sender, deed)
      : parts.continueVisit(tracking, hit, running, deed);
  let by: ReachedBy | undefined;
  if (plan.action !== undefined) {
    const row = parts.linkRow(tracking, hit, visit, plan.action, ids, running);
    const link = insertRow(tracking.store, 'log_link_visit_action', row);
    by = { idaction_url: ids.url, idlink_va: link, address: plan.action.address };
  }
  convert(tracking, hit, plan, visit, by);
  const { idvisit, idvisitor } = visit;
  return { kind: 'stored', visit: idvisit, visitor: idvisitor, newVisit: running === undefined, now: hit.now };
}

function planOf(tracking: Tracking, hit: Hit): Plan {
  const { parts } = tracking;
  const request = parts.requestKind(hit.parameters, hit.site);
  const goal = request.kind === 'goal' ? goalOf(hit.site, request.goal) : undefined;
  const action = parts.actionOfRequest(tracking, hit, request);
  const reached = action === undefined ? [] : parts.reachedGoals(tracking, hit.site, action);
  return { request, action, goal, reached };
}

function senderOf(tracking: Tracking, hit: Hit): Sender {
  const { parts, settings } = tracking;
  const named = parts.namedVisitor(hit, settings.piwik);
  const computer = parts.computerOf(tracking, hit);
  const recognised = parts.forcesNewVisit(hit, settings.piwik)
    ? undefined
    : parts.recognisedVisit(tracking, hit, named, computer.configId);
  return { computer, visitorId: named?.id, recognised };
}

function conversionFlags({ parts }: Tracking, plan: Plan, buyer: number): ConversionFlags {
  const { kind } = plan.request;
  if (kind === 'order' || kind === 'cart') return { converted: kind === 'order', buyer: parts.buyerAfter(kind, buyer) };
  return { converted: plan.goal !== undefined || plan.reached.length > 0, buyer: undefined };
}

function convert(tracking: Tracking, hit: Hit, plan: Plan, stored: StoredVisit, by: ReachedBy | undefined): void {
  const { parts, store } = tracking;
  const { request, goal, reached } = plan;
  // Most hits convert nothing, and need not read the visit.
  const visit = () => store.find('log_visit', { idvisit: stored.idvisit }) as StoredRow;
  if (request.kind === 'order') parts.storeOrder(tracking, hit, visit(), request.orderId);
  if (request.kind === 'cart') parts.storeCart(tracking, hit, visit());
  if (goal !== undefined) parts.convertGoal(tracking, hit, visit(), goal, undefined);
  for (const one of reached) parts.convertGoal(tracking, hit, visit(), one, by);
}
