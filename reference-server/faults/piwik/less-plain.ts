/** Faults that show only where requests say things in a way that is seldom met. */
import type { Parts } from '../../piwik/parts.ts';
import { referrerTypes } from '../../piwik/referrer.ts';
import type { Fault } from '../fault.ts';
import { withPart, withVisit } from './replace.ts';

const campaignOnly = /[?&#](?:pk_campaign|utm_campaign)=[^&#]/;
const anyKeyword = /[?&#](?:pk_kwd|piwik_kwd|pk_keyword|utm_term)=/;

const referrerFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.referrer.advertisements-are-websites',
    requirement: 'piwik.referrer.advertisement',
    description: 'A visit from an advertisement comes from a website.',
    apply: (parts) =>
      withVisit(parts, (row) =>
        String(row.referer_name).startsWith('adwords') ? { ...row, referer_type: referrerTypes.website } : row,
      ),
  },
  {
    id: 'piwik.referrer.keyword-left-empty',
    requirement: 'piwik.referrer.campaign-without-keyword',
    description: 'A campaign without a keyword stays without one.',
    apply: (parts) =>
      withPart(parts, 'campaignReferrer', (sound) => (tracking, hit, ...rest) => {
        const found = sound(tracking, hit, ...rest);
        const url = hit.parameters.text('url') ?? '';
        const fallsBack = found !== undefined && campaignOnly.test(url) && !anyKeyword.test(url);
        return fallsBack ? { ...found, referer_keyword: '' } : found;
      }),
  },
  {
    id: 'piwik.referrer.empty-name-wins',
    requirement: 'piwik.referrer.empty-names',
    description: 'A first parameter of the campaign that is empty hides the others.',
    apply: (parts) =>
      withPart(parts, 'campaignReferrer', (sound) => (tracking, hit, ...rest) => {
        const url = hit.parameters.text('url') ?? '';
        return /[?&]pk_campaign=(?:[&#]|$)/.test(url) ? undefined : sound(tracking, hit, ...rest);
      }),
  },
  {
    id: 'piwik.referrer.hidden-keywords-unknown',
    requirement: 'piwik.referrer.without-keyword',
    description: 'A search engine that hides the keyword is a website.',
    apply: (parts) =>
      withPart(parts, 'searchEngine', (sound) => (...args) => {
        const found = sound(...args);
        return found?.keyword === '' ? undefined : found;
      }),
  },
  {
    id: 'piwik.referrer.engines-in-one-country',
    requirement: 'piwik.referrer.engine-hosts',
    description: 'Search engines are known by their international hosts only.',
    apply: (parts) =>
      withPart(parts, 'searchEngine', (sound) => (address, table) => {
        return /\.[a-z]{2}$/.test(address.host) ? undefined : sound(address, table);
      }),
  },
];

const searchFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.site-search.count-in-address-unread',
    requirement: 'piwik.site-search.count-read',
    description: 'The number of results in an address is not read.',
    apply: (parts) =>
      withPart(parts, 'searchInAddress', (sound) => (tracking, hit, text) => {
        return sound(tracking, hit, text.replace(/search_count=[^&#]*/, ''));
      }),
  },
  {
    id: 'piwik.site-search.fragment-unread',
    requirement: 'piwik.site-search.first-given',
    description: 'A search that only the fragment tells is not seen.',
    apply: (parts) =>
      withPart(parts, 'searchInAddress', (sound) => (tracking, hit, text) => {
        return sound(tracking, hit, text.replace(/#.*/s, ''));
      }),
  },
  {
    id: 'piwik.site-search.charset-breaks',
    requirement: 'piwik.site-search.page-charset',
    description: 'An unknown character set of the page loses the search.',
    apply: (parts) =>
      withPart(parts, 'searchInAddress', (sound) => (tracking, hit, text) => {
        return hit.parameters.text('cs') === undefined ? sound(tracking, hit, text) : undefined;
      }),
  },
];

const addressFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.action-type.number-signs-kept',
    requirement: 'piwik.action-type.fragment-kept',
    description: 'Sites that keep fragments keep the number signs at their end.',
    apply: (parts) =>
      withPart(parts, 'pageUrl', (sound) => (text, site, options) => {
        const signs = site.keepUrlFragment ? (/#+$/.exec(text)?.[0] ?? '') : '';
        const found = sound(text, site, options);
        return found === undefined ? undefined : found + signs;
      }),
  },
  {
    id: 'piwik.action-type.equals-signs-added',
    requirement: 'piwik.action-type.pairs-as-sent',
    description: 'A name without an equals sign gets one.',
    apply: (parts) =>
      withPart(parts, 'pageUrl', (sound) => (text, site, options) => {
        return sound(text, site, options)?.replace(/([?&])([a-z])&/g, '$1$2=&');
      }),
  },
  {
    id: 'piwik.action-type.other-schemes-are-http',
    requirement: 'piwik.action-type.other-scheme',
    description: 'An address of another scheme loses it like http.',
    apply: (parts) =>
      withPart(parts, 'splitPrefix', (sound) => (address) => {
        return address.startsWith('ftp://') ? { name: address.slice(6), prefix: 0 } : sound(address);
      }),
  },
];

const visitorFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.bots.networks-unknown',
    requirement: 'piwik.bots.network',
    description: 'Only the user agent tells a bot, never the network.',
    apply: (parts) =>
      withPart(parts, 'botReason', (sound) => (userAgent, address) => {
        const reason = sound(userAgent, address);
        return reason?.includes('network') ? undefined : reason;
      }),
  },
  {
    id: 'piwik.custom-variables.null-loses-the-slot',
    requirement: 'piwik.custom-variables.values',
    description: 'A slot whose value is null is left out.',
    apply: (parts) =>
      withPart(parts, 'customVariables', (sound) => (document) => {
        const kept = Object.entries(document ?? {}).filter(([, pair]) => !(Array.isArray(pair) && pair[1] === null));
        return sound(typeof document === 'object' && !Array.isArray(document) ? Object.fromEntries(kept) : document);
      }),
  },
  {
    id: 'piwik.custom-variables.slots-by-name',
    requirement: 'piwik.custom-variables.slot-read-as-number',
    description: 'A slot counts only when its name is a digit and nothing else.',
    apply: (parts) =>
      withPart(parts, 'customVariables', (sound) => (document) => {
        const kept = Object.entries(document ?? {}).filter(([slot]) => /^.$/.test(slot));
        return sound(typeof document === 'object' && !Array.isArray(document) ? Object.fromEntries(kept) : document);
      }),
  },
  {
    id: 'piwik.language.header-as-sent',
    requirement: 'piwik.language.normalised',
    description: 'Weights of the header are stored with the languages.',
    apply: (parts) =>
      withPart(parts, 'browserLanguage', (sound) => (lang, header) => {
        return header?.includes(';q=') && lang === undefined ? header.slice(0, 20) : sound(lang, header);
      }),
  },
  {
    id: 'piwik.language.english-by-default',
    requirement: 'piwik.language.none',
    description: 'A browser that names no language speaks English.',
    apply: (parts) =>
      withPart(
        parts,
        'browserLanguage',
        (sound) => (lang, header) => sound(lang, header === undefined ? 'en' : header),
      ),
  },
  {
    id: 'piwik.user-agent.safari-without-version',
    requirement: 'piwik.user-agent.less-plain',
    description: 'The version of Safari is not read.',
    apply: (parts) =>
      withPart(parts, 'userAgent', (sound) => (text) => {
        const found = sound(text);
        return found.config_browser_name === 'SF' ? { ...found, config_browser_version: '' } : found;
      }),
  },
];

export const lessPlainFaults: readonly Fault<Parts>[] = [
  ...referrerFaults,
  ...searchFaults,
  ...addressFaults,
  ...visitorFaults,
];
