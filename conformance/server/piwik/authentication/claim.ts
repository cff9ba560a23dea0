/** What a request claims with privileged parameters, and the row that is there only if it was believed. */
import fc, { type Arbitrary } from 'fast-check';
import type { ParameterName, RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { Identity, Where } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { type Pairs, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { dateTime } from '../request/time.ts';

/** They can be claimed together: each shows in a column of its own. */
const columns = {
  cip: 'location_ip',
  cdt: 'visit_first_action_time',
  country: 'location_country',
  region: 'location_region',
  city: 'location_city',
  lat: 'location_latitude',
  long: 'location_longitude',
} as const satisfies Partial<Record<ParameterName, string>>;

type Together = keyof typeof columns;
type Alone = 'cid' | 'new_visit';

export const privileged = [...(Object.keys(columns) as Together[]), 'cid', 'new_visit'] as const;
export type Privileged = (typeof privileged)[number];

/** `names` are claimed in one request. */
export interface Claims {
  names: readonly Privileged[];
  day: number;
  place: Readonly<Record<'country' | 'region' | 'city' | 'lat' | 'long', string>>;
}

/** Places that neither the language nor the address of anybody here could tell. */
const place = fc.constantFrom(
  { country: 'nz', region: 'E7', city: 'Auckland', lat: '-36.875', long: '174.75' },
  { country: 'is', region: '39', city: 'Reykjavik', lat: '64.125', long: '-21.875' },
);

const together = Object.keys(columns) as Together[];

/** Any of the claims that go together, or one of those that stand alone. */
export const claims: Arbitrary<Claims> = fc.record({
  names: fc.oneof(
    { weight: 3, arbitrary: fc.subarray<Privileged>(together, { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constantFrom<Alone[]>('cid', 'new_visit').map((name) => [name]) },
  ),
  day: dayOffset,
  place,
});

/** All claims, in as few requests as they can be made in, for cases of which there may be few. */
export const allClaims: Arbitrary<readonly [Claims, Claims]> = fc.record({ day: dayOffset, place }).map((claimed) => [
  { ...claimed, names: [...together, 'cid'] },
  { ...claimed, names: ['new_visit'] },
]);

export function authenticationOf(name: Privileged): RequirementId {
  return `piwik.${name}.authentication`;
}

/** What is claimed in `name`; `slot` keeps the identities of two requests apart. */
function claimed(name: Privileged, { day, place: where }: Claims, slot: number, identity: Identity): string {
  if (name === 'cip') return identity.address(16 + slot);
  if (name === 'cdt') return dateTime(identity.clock(day));
  if (name === 'cid') return identity.visitor(16 + slot);
  return name === 'new_visit' ? '1' : where[name];
}

export function claiming(plan: Claims, slot: number, identity: Identity): Pairs {
  return plan.names.map((name) => [name, wireOf(claimed(name, plan, slot, identity))]);
}

/** The visitor that a request is counted to whose `cid`, where it has one, is believed. */
export function enforced(plan: Claims, slot: number, visitor: string, identity: Identity): string {
  return plan.names.includes('cid') ? claimed('cid', plan, slot, identity) : visitor;
}

/** Of `visitor`, where the claim `name` was believed; a new visit begins at the last page of the slot. */
export function believed(name: Privileged, plan: Claims, slot: number, visitor: string, identity: Identity): Where {
  if (name === 'cid') return { idvisitor: claimed(name, plan, slot, identity) };
  if (name === 'new_visit') {
    return { idvisitor: visitor, 'visit_entry_idaction_url.name': lastPage(slot, identity).name };
  }
  return { idvisitor: visitor, [columns[name]]: claimed(name, plan, slot, identity) };
}

/** The page before the claim, seen by the visitor without any. */
export function firstPage(slot: number, identity: Identity) {
  return page(2 * slot, identity);
}

export function lastPage(slot: number, identity: Identity) {
  return page(2 * slot + 1, identity);
}

export function viewingLast(slot: number, identity: Identity): Pairs {
  return viewing(lastPage(slot, identity));
}
