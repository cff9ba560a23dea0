/** Questions whose answer stands in one column of the visit that a page view makes. */
import type { LedgerId, RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { ExpectedColumn, StoredValue } from '../../model.ts';
import { get, type Pairs } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { anonymous, hitOf, type Person, person } from '../request/person.ts';
import { mayHold, sixteenDigits } from '../row/cells.ts';
import { of, on, row } from '../row/rows.ts';
import { maybe, type Probe } from './probe.ts';

/** What one page view with `pairs` stores in a column of its visit. */
export function columnOf(
  requirement: RequirementId,
  [ledger, column]: readonly [ledger: LedgerId, column: string],
  asks: (who: Person, now: number) => { pairs: Pairs; answers: Readonly<Record<string, StoredValue>> },
): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const at = identity.clock(0);
    const { pairs, answers } = asks(who, at);
    const cell: ExpectedColumn = mayHold(ledger, answers, requirement);
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ...pairs], at))],
      expected: [row('log_visit', 'visit', of(who), requirement, { [column]: cell })],
    };
  };
}

/** An id with a digit too few; a visitor without id gets one of 16 digits. */
export function short(name: '_id' | 'cid', ledger: LedgerId): Probe {
  return (identity, target) => {
    const who = anonymous(person(0, identity));
    const shown = page(0, identity);
    const requirement = `piwik.${name}.stored` as const;
    const sent = get(hitOf(who, target, [...viewing(shown), [name, identity.visitor(0).slice(1)]]));
    const answers =
      name === 'cid'
        ? { stored: 'ignored', absent: ['lenient', 'refused'] }
        : { stored: ['lenient', 'ignored'], absent: 'refused' };
    const columns = { 'idvisit.idvisitor': sixteenDigits(requirement) };
    const where = ['log_link_visit_action', 'action', on(shown)] as const;
    return { requests: [sent], expected: [maybe(where, requirement, { ledger, ...answers }, columns)] };
  };
}

/**
 * An id with a first character that is no digit; read digit by digit it would begin with 0. That of `_id` is too long,
 * as well.
 */
export function malformed(name: '_id' | 'cid', ledger: LedgerId): Probe {
  return (identity, target) => {
    const who = anonymous(person(0, identity));
    const rest = identity.visitor(0).slice(1);
    const shown = page(0, identity);
    const requirement = `piwik.${name}.stored` as const;
    return {
      requests: [get(hitOf(who, target, [...viewing(shown), [name, `g${rest}${name === '_id' ? 'ff' : ''}`]]))],
      expected: [
        maybe(['log_link_visit_action', 'action', on(shown)], requirement, {
          ledger,
          stored: ['lenient', 'ignored'],
          absent: 'refused',
        }),
        maybe(['log_visit', 'read as 0', { idvisitor: `0${rest}` }], requirement, {
          ledger,
          stored: 'lenient',
          absent: ['ignored', 'refused'],
        }),
      ],
    };
  };
}
