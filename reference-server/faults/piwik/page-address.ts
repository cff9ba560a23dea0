/** Faults of the addresses that action types hold. */
import type { Parts } from '../../piwik/parts.ts';
import { parseWebAddress, withoutMatrix } from '../../piwik/web-address.ts';
import type { Fault } from '../fault.ts';
import { withPart } from './replace.ts';

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
