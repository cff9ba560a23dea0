/** Faults of action types. */

import { crc32 } from 'node:zlib';
import { type Action, type ActionType, actionTypes } from '../../piwik/action.ts';
import { findActionType } from '../../piwik/action-type.ts';
import type { Tracking } from '../../piwik/hit.ts';
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withPart } from './replace.ts';

const others: readonly ActionType['type'][] = [actionTypes.siteSearch, actionTypes.outlink, actionTypes.download];

/** A new text of a page view makes no action type where the other one is met for the second time. */
function withoutBeside(parts: Parts, lost: 'url' | 'name', known: 'url' | 'name'): Parts {
  return withPart(parts, 'actionIds', (sound) => (tracking, action) => {
    if (action === undefined || !isMetAgain(tracking, action, lost, known)) return sound(tracking, action);
    return { ...sound(tracking, { ...action, [lost]: undefined }), [lost]: 0 };
  });
}

/** By the settings that a server began with. */
const metAgain = new WeakMap<Tracking['settings'], Set<string>>();

/** A page view with a new text beside a known one, which was never met again before. */
function isMetAgain(tracking: Tracking, action: Action, fresh: 'url' | 'name', old: 'url' | 'name'): boolean {
  const [unknown, known] = [action[fresh], action[old]];
  if (action.kind !== 'page-view' || unknown === undefined || known === undefined) return false;
  if (isKnown(tracking, unknown) || !isKnown(tracking, known)) return false;
  const before = metAgain.get(tracking.settings) ?? new Set();
  metAgain.set(tracking.settings, before);
  if (before.has(known.name)) return false;
  before.add(known.name);
  return true;
}

function isKnown(tracking: Tracking, actionType: ActionType): boolean {
  return findActionType(tracking, actionType, crc32(actionType.name)) !== undefined;
}

export const actionTypeFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.action-type.numbers-lost',
    requirement: 'piwik.action-type.linked',
    description: 'The second page of a title does not refer to it.',
    apply: (parts) =>
      withPart(parts, 'actionIds', (sound) => (tracking, action) => {
        const isLost = action !== undefined && isMetAgain(tracking, action, 'url', 'name');
        const ids = sound(tracking, action);
        return isLost ? { ...ids, name: 0 } : ids;
      }),
  },
  {
    id: 'piwik.action-type.url-not-made',
    requirement: 'piwik.action-type.created-for-url',
    description: 'No action type is made for the address of the second page of a title.',
    apply: (parts) => withoutBeside(parts, 'url', 'name'),
  },
  {
    id: 'piwik.action-type.title-not-made',
    requirement: 'piwik.action-type.created-for-title',
    description: 'No action type is made for the second title of a page.',
    apply: (parts) => withoutBeside(parts, 'name', 'url'),
  },
  {
    id: 'piwik.action-type.other-not-found',
    requirement: 'piwik.action-type.created-for-other',
    description: 'Keywords, outlinks and downloads make an action type each time, known or not.',
    apply: (parts) =>
      withPart(parts, 'findActionType', (sound) => (tracking, actionType, hash) => {
        return others.includes(actionType.type) ? undefined : sound(tracking, actionType, hash);
      }),
  },
  {
    id: 'piwik.action-type.stored-twice',
    requirement: 'piwik.action-type.once',
    description: 'A text that was found once makes an action type of its own the next time.',
    apply: (parts) => {
      const found = new Set<number>();
      return withPart(parts, 'findActionType', (sound) => (tracking, actionType, hash) => {
        const id = sound(tracking, actionType, hash);
        if (id === undefined || found.has(id)) return undefined;
        found.add(id);
        return id;
      });
    },
  },
  {
    id: 'piwik.action-type.one-prefix',
    requirement: 'piwik.action-type.prefix',
    description: 'The number of every prefix is that of http.',
    apply: (parts) =>
      withPart(parts, 'splitPrefix', (sound) => (address) => {
        const { name, prefix } = sound(address);
        return { name, prefix: prefix === null ? null : 0 };
      }),
  },
  {
    id: 'piwik.action-type.prefix-in-key',
    requirement: 'piwik.action-type.one-page',
    description: 'Each prefix of an address has an action type of its own.',
    apply: (parts) =>
      withPart(parts, 'findActionType', () => ({ store }, actionType, hash) => {
        const row = store.find('log_action', {
          hash,
          type: actionType.type,
          name: actionType.name,
          url_prefix: actionType.prefix,
        });
        return row === undefined ? undefined : Number(row.idaction);
      }),
  },
  {
    id: 'piwik.action-type.hash-of-nothing',
    requirement: 'piwik.action-type.hash',
    description: 'The hash is one more than the CRC-32 of the name.',
    apply: (parts) =>
      withPart(parts, 'actionTypeRow', (sound) => (actionType, hash) => ({
        ...sound(actionType, hash),
        hash: (hash + 1) % 2 ** 32,
      })),
  },
  {
    id: 'piwik.action-type.one-number',
    requirement: 'piwik.action-type.numbered-kinds',
    description: 'The addresses of pages bear the number of outlinks.',
    apply: (parts) =>
      withPart(parts, 'actionTypeId', (sound) => (tracking, actionType) => {
        const isPage = actionType.type === actionTypes.pageUrl;
        return sound(tracking, isPage ? { ...actionType, type: actionTypes.outlink } : actionType);
      }),
  },
  {
    id: 'piwik.action-type.kinds-mixed',
    requirement: 'piwik.action-type.kinds-apart',
    description: 'An action type is found by its name alone.',
    apply: (parts) =>
      withPart(parts, 'findActionType', () => ({ store }, actionType, hash) => {
        const row = store.find('log_action', { hash, name: actionType.name });
        return row === undefined ? undefined : Number(row.idaction);
      }),
  },
  {
    id: 'piwik.url.last-character-lost',
    requirement: 'piwik.url.stored',
    description: 'The address of a page loses its last character.',
    apply: (parts) =>
      withPart(parts, 'splitPrefix', (sound) => (address) => {
        const { name, prefix } = sound(address);
        return { name: name.slice(0, -1), prefix };
      }),
  },
];
