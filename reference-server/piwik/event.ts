/** Rule event: something the visitor did within a page: category, action, perhaps name and value. */
import { type Action, type ActionType, actionTypes } from './action.ts';
import { addressText } from './action-address.ts';
import { trimmed } from './forms/text.ts';
import type { Hit, Tracking } from './hit.ts';
import { pageAddress } from './page-view.ts';

/** A part of blanks only links to nothing; a value of 0 is no value. */
export function event(tracking: Tracking, hit: Hit, request: { category: string; action: string }): Action {
  const value = hit.parameters.decimal('e_v');
  return {
    kind: 'event',
    ...pageAddress(tracking, hit, addressText(hit)),
    name: part(actionTypes.eventName, hit.parameters.text('e_n')),
    eventCategory: part(actionTypes.eventCategory, request.category),
    eventAction: part(actionTypes.eventAction, request.action),
    value: value === '0' ? null : (value ?? null),
    customVariables: {},
  };
}

function part(type: ActionType['type'], text: string | undefined): ActionType | undefined {
  const name = trimmed(text ?? '');
  return name === '' ? undefined : { type, name, prefix: null };
}
