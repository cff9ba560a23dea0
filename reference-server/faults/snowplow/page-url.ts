import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { withRow, withRule } from './replace.ts';

export const pageUrlFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.url.no-fragment',
    requirement: 'snowplow.url.stored',
    description: 'page_url ends before the number sign; the columns of its parts are right.',
    apply: (parts) =>
      withRow(parts, (row) => {
        return typeof row.page_url === 'string' ? { ...row, page_url: row.page_url.replace(/#.*/s, '') } : row;
      }),
  },
  {
    id: 'snowplow.page-url.decoded-parts',
    requirement: 'snowplow.page-url.parts',
    description: 'Path and query of url are stored decoded.',
    apply: (parts) =>
      withRule(parts, 'page-url', (sound) => (event) => {
        sound(event);
        if (!event.values.has('url')) return;
        event.row.page_urlpath = decoded(event.row.page_urlpath);
        event.row.page_urlquery = decoded(event.row.page_urlquery);
      }),
  },
  {
    id: 'snowplow.page-url.empty-parts',
    requirement: 'snowplow.page-url.absent-parts',
    description: 'A part the address of the page does not have is stored as an empty text.',
    apply: (parts) =>
      withRow(parts, (row) => {
        if (typeof row.page_url !== 'string') return row;
        return { ...row, page_urlquery: row.page_urlquery ?? '', page_urlfragment: row.page_urlfragment ?? '' };
      }),
  },
  {
    id: 'snowplow.page-url.header-first',
    requirement: 'snowplow.page-url.url-wins',
    description: 'The Referer header goes before url.',
    apply: (parts) =>
      withRule(parts, 'page-url', (sound) => (event) => {
        const header = event.request.headers.referer;
        if (header !== undefined) event.row.page_url = header;
        sound(event);
      }),
  },
  {
    id: 'snowplow.page-url.no-header',
    requirement: 'snowplow.page-url.referer-header',
    description: 'The Referer header is not read.',
    apply: (parts) =>
      withRule(parts, 'page-url', (sound) => (event) => {
        const { referer: _unread, ...headers } = event.request.headers;
        sound({ ...event, request: { ...event.request, headers } });
      }),
  },
  {
    id: 'snowplow.campaign.term-and-content',
    requirement: 'snowplow.campaign.columns',
    description: 'utm_term and utm_content fill the column of each other.',
    apply: (parts) =>
      withRow(parts, (row) => ({ ...row, mkt_term: row.mkt_content ?? null, mkt_content: row.mkt_term ?? null })),
  },
  {
    id: 'snowplow.referrer.never-internal',
    requirement: 'snowplow.referrer.internal',
    description: 'A referrer on the host of the page is not told from others.',
    apply: (parts) =>
      withRow(parts, (row) => ({
        ...row,
        refr_medium: row.refr_medium === 'internal' ? 'unknown' : (row.refr_medium ?? null),
      })),
  },
  {
    id: 'snowplow.referrer.no-term',
    requirement: 'snowplow.referrer.search',
    description: 'The words searched for are not stored.',
    apply: (parts) => withRow(parts, (row) => ({ ...row, refr_term: null })),
  },
  {
    id: 'snowplow.page-url.high-ports',
    requirement: 'snowplow.page-url.parts',
    description: 'A port of the page from 56,000 to 64,499 is not stored.',
    rare: true,
    apply: (parts) =>
      withRow(parts, (row) => {
        const port = Number(row.page_urlport);
        return port >= 56_000 && port < 64_500 ? { ...row, page_urlport: null } : row;
      }),
  },
  {
    id: 'snowplow.campaign.not-set',
    requirement: 'snowplow.campaign.absent',
    description: 'Columns of a campaign that the address says nothing about hold the words (not set).',
    apply: (parts) =>
      withRow(parts, (row) => {
        const names = ['mkt_source', 'mkt_medium', 'mkt_term', 'mkt_content', 'mkt_campaign'];
        const isCampaign = names.some((name) => typeof row[name] === 'string');
        if (!isCampaign) return row;
        return { ...row, ...Object.fromEntries(names.map((name) => [name, row[name] ?? '(not set)'])) };
      }),
  },
  {
    id: 'snowplow.campaign.four-tags',
    requirement: 'snowplow.campaign.columns',
    description: 'mkt_content is lost beside source, medium and term.',
    rare: true,
    apply: (parts) =>
      withRow(parts, (row) => {
        const all = ['mkt_source', 'mkt_medium', 'mkt_term'].every((name) => typeof row[name] === 'string');
        return all ? { ...row, mkt_content: null } : row;
      }),
  },
  {
    id: 'snowplow.referrer.default-port',
    requirement: 'snowplow.referrer.parts',
    description: 'The port of a referrer is not read.',
    apply: (parts) => withRow(parts, (row) => ({ ...row, refr_urlport: row.refr_urlport ? 80 : null })),
  },
  {
    id: 'snowplow.referrer.host-is-source',
    requirement: 'snowplow.referrer.unknown',
    description: 'A referrer that is no known site has its host as source.',
    apply: (parts) =>
      withRow(parts, (row) =>
        row.refr_medium === 'unknown' ? { ...row, refr_source: row.refr_urlhost ?? null } : row,
      ),
  },
  {
    id: 'snowplow.referrer.short-searches',
    requirement: 'snowplow.referrer.search',
    description: 'Fewer than five characters are not taken for words that somebody searched for at Ask, Baidu or Bing.',
    rare: true,
    apply: (parts) =>
      withRow(parts, (row) => {
        const isShort = String(row.refr_term ?? '').length < 5 && /^(Ask|Baidu|Bing)$/.test(String(row.refr_source));
        return isShort ? { ...row, refr_term: null } : row;
      }),
  },
];

function decoded(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
