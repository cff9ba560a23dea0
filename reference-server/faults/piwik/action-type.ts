/** Faults of action types and of the addresses they hold. */
import { type ActionType, actionTypes } from '../../piwik/action.ts';
import type { Parts } from '../../piwik/parts.ts';
import { parseWebAddress, withoutMatrix } from '../../piwik/web-address.ts';
import type { Fault } from '../fault.ts';
import { withLink, withPart } from './replace.ts';

type Type = ActionType['type'];

/** Action types of some kinds are neither made nor found. */
function without(parts: Parts, ...types: Type[]): Parts {
  return withPart(parts, 'actionTypeId', (sound) => (tracking, actionType) => {
    return types.includes(actionType.type) ? 0 : sound(tracking, actionType);
  });
}

/** Changes the address that an action is stored with; `text` is what the client sent. */
function withAddress(parts: Parts, change: (address: string, text: string) => string): Parts {
  return withPart(parts, 'pageUrl', (sound) => (text, site, options) => {
    const address = sound(text, site, options);
    return address === undefined ? undefined : change(address, text);
  });
}

/** The address with the query as the client wrote it, when that holds one of these names. */
function withWholeQuery(parts: Parts, names: RegExp): Parts {
  return withAddress(parts, (address, text) => {
    const query = parseWebAddress(text)?.query;
    return query !== undefined && names.test(query) ? `${address.split('?')[0]}?${query}` : address;
  });
}

const campaigns = /(?:^|&)(?:pk_|piwik_|utm_)/;

export const actionTypeFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.action-type.numbers-lost',
    requirement: 'piwik.action-type.linked',
    description: 'An action refers to no action type.',
    apply: (parts) => withLink(parts, (row) => ({ ...row, idaction_url: 0, idaction_name: 0 })),
  },
  {
    id: 'piwik.action-type.url-not-made',
    requirement: 'piwik.action-type.created-for-url',
    description: 'No action type is made for the address of a page.',
    apply: (parts) => without(parts, actionTypes.pageUrl),
  },
  {
    id: 'piwik.action-type.title-not-made',
    requirement: 'piwik.action-type.created-for-title',
    description: 'No action type is made for a title.',
    apply: (parts) => without(parts, actionTypes.pageTitle),
  },
  {
    id: 'piwik.action-type.other-not-made',
    requirement: 'piwik.action-type.created-for-other',
    description: 'No action type is made for keywords, outlinks and downloads.',
    apply: (parts) => without(parts, actionTypes.siteSearch, actionTypes.outlink, actionTypes.download),
  },
  {
    id: 'piwik.action-type.stored-twice',
    requirement: 'piwik.action-type.once',
    description: 'Each action makes action types of its own, known or not.',
    apply: (parts) => withPart(parts, 'findActionType', () => () => undefined),
  },
  {
    id: 'piwik.action-type.prefix-kept',
    requirement: 'piwik.action-type.prefix',
    description: 'The name of an address keeps http and www, and there is no prefix number.',
    apply: (parts) => withPart(parts, 'splitPrefix', () => (name) => ({ name, prefix: null })),
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
    description: 'Outlinks and downloads bear the number of pages.',
    apply: (parts) =>
      withPart(parts, 'actionTypeId', (sound) => (tracking, actionType) => {
        const isLink = actionType.type === actionTypes.outlink || actionType.type === actionTypes.download;
        return sound(tracking, isLink ? { ...actionType, type: actionTypes.pageUrl } : actionType);
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

export const addressFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.action-type.host-as-sent',
    requirement: 'piwik.action-type.host-case',
    description: 'The host of an address keeps its upper case.',
    apply: (parts) =>
      withAddress(parts, (address, text) => {
        const host = parseWebAddress(text)?.host ?? '';
        return address.replace(`://${host.toLowerCase()}`, `://${host}`);
      }),
  },
  {
    id: 'piwik.action-type.fragment-kept',
    requirement: 'piwik.action-type.fragment',
    description: 'The fragment of an address is stored.',
    apply: (parts) =>
      withPart(parts, 'pageUrl', (sound) => (text, site, options) => {
        return sound(text, { ...site, keepUrlFragment: true }, options);
      }),
  },
  {
    id: 'piwik.action-type.semicolons-kept',
    requirement: 'piwik.action-type.matrix-parameters',
    description: 'Parameters after a semicolon stay a part of the path.',
    apply: (parts) =>
      withAddress(parts, (address, text) => (withoutMatrix(text) === text ? address : (text.split('#')[0] as string))),
  },
  {
    id: 'piwik.action-type.sessions-kept',
    requirement: 'piwik.action-type.excluded-parameters',
    description: 'Session identifiers and the parameters a site excludes are stored.',
    apply: (parts) => withWholeQuery(parts, /^(?!.*(?:^|&)(?:pk_|piwik_|utm_))/),
  },
  {
    id: 'piwik.action-type.campaigns-kept',
    requirement: 'piwik.action-type.campaign-parameters',
    description: 'Campaign parameters are stored with the address.',
    apply: (parts) => withWholeQuery(parts, campaigns),
  },
];
