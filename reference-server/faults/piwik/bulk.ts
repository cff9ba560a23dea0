/** Faults of bulk requests. */
import type { Hits, Hit as WireHit } from '../../../wire/hits.ts';
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withPart } from './replace.ts';

/** Changes what is found in a bulk body; `entries` are its entries as they were written. */
function withHits(parts: Parts, change: (hits: Hits, entries: readonly unknown[]) => Hits): Parts {
  return withPart(parts, 'piwikHits', (sound) => (request) => {
    const found = sound(request);
    if (found.transport === 'single' || found.unreadable !== undefined) return found;
    return change(
      found,
      JSON.parse(
        Buffer.from(request.body)
          .toString()
          .replace(/[\n\r\0]/g, ''),
      ).requests,
    );
  });
}

/** Leaves out the entries of a form. */
function withoutEntries(parts: Parts, isLost: (entry: unknown) => boolean): Parts {
  return withHits(parts, (found, entries) => ({
    ...found,
    hits: found.hits.filter((_hit, index) => !isLost(entries[index])),
  }));
}

/** A hit without some parameters. */
function without(hit: WireHit, ...names: string[]): WireHit {
  return hit.kind === 'unusable' ? hit : { ...hit, pairs: hit.pairs.filter(({ name }) => !names.includes(name)) };
}

export const bulkFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.bulk.first-entry-only',
    requirement: 'piwik.bulk.many',
    description: 'Of a bulk request only the first entry is tracked.',
    apply: (parts) => withHits(parts, (found) => ({ ...found, hits: found.hits.slice(0, 1) })),
  },
  {
    id: 'piwik.bulk.last-entry-swallowed',
    requirement: 'piwik.bulk.many',
    description: 'The last of several entries is not tracked.',
    apply: (parts) =>
      withHits(parts, (found) => ({ ...found, hits: found.hits.length > 1 ? found.hits.slice(0, -1) : found.hits })),
  },
  {
    id: 'piwik.bulk.poorer',
    requirement: 'piwik.bulk.like-single',
    description: 'Resolution and local time of entries are not read.',
    apply: (parts) =>
      withHits(parts, (found) => ({ ...found, hits: found.hits.map((hit) => without(hit, 'res', 'h', 'm', 's')) })),
  },
  {
    id: 'piwik.bulk.called-json-only',
    requirement: 'piwik.bulk.post-to-endpoint',
    description: 'A bulk request is taken for a single one unless its Content-Type is that of JSON.',
    apply: (parts) =>
      withPart(parts, 'piwikHits', (sound) => (request) => {
        const isJson = request.headers['content-type']?.startsWith('application/json');
        const isBulk = !isJson && sound(request).transport === 'bulk';
        return sound(isBulk ? { ...request, body: new Uint8Array() } : request);
      }),
  },
  {
    id: 'piwik.bulk.question-mark-misread',
    requirement: 'piwik.bulk.question-mark',
    description: 'An entry that begins with a question mark loses its last parameter.',
    apply: (parts) =>
      withHits(parts, (found, entries) => ({
        ...found,
        hits: found.hits.map((hit, index) => {
          const isMarked = String(entries[index]).startsWith('?');
          return isMarked && hit.kind === 'pairs' ? { ...hit, pairs: hit.pairs.slice(0, -1) } : hit;
        }),
      })),
  },
  {
    id: 'piwik.bulk.urls-lost',
    requirement: 'piwik.bulk.url-entry',
    description: 'An entry that is a whole address is not tracked.',
    apply: (parts) => withoutEntries(parts, (entry) => typeof entry === 'string' && entry.startsWith('http')),
  },
  {
    id: 'piwik.bulk.objects-lost',
    requirement: 'piwik.bulk.object-entry',
    description: 'An entry that is an object is not tracked.',
    apply: (parts) => withoutEntries(parts, (entry) => typeof entry === 'object'),
  },
  {
    id: 'piwik.bulk.unencoded-lost',
    requirement: 'piwik.bulk.seed-example',
    description: 'An entry with a blank in it is not tracked.',
    apply: (parts) => withoutEntries(parts, (entry) => typeof entry === 'string' && entry.includes(' ')),
  },
  {
    id: 'piwik.bulk.first-thousand',
    requirement: 'piwik.bulk.no-limit',
    description: 'Entries behind the thousandth are not tracked.',
    apply: (parts) => withHits(parts, (found) => ({ ...found, hits: found.hits.slice(0, 1000) })),
  },
  {
    id: 'piwik.bulk.token-not-passed-on',
    requirement: 'piwik.bulk.token-unlocks',
    description: 'The token of a bulk request does not count for its entries.',
    apply: (parts) =>
      withPart(parts, 'trackBulk', (sound) => (tracking, body, track) => {
        return sound(tracking, body, (pairs) => track(pairs, ''));
      }),
  },
  {
    id: 'piwik.bulk.admin-refused',
    requirement: 'piwik.bulk.sufficient-token',
    description: 'The token of an administrator of the site is not sufficient for a bulk request.',
    apply: (parts) =>
      withPart(parts, 'bulkAllowed', (sound) => (settings, site, token) => {
        const isAdmin = token !== undefined && settings.tokens.get(token)?.role === 'admin';
        return !isAdmin && sound(settings, site, token);
      }),
  },
  {
    id: 'piwik.bulk.any-token',
    requirement: 'piwik.bulk.wrong-token',
    description: 'Any token is sufficient for a bulk request.',
    apply: (parts) => withPart(parts, 'bulkAllowed', () => () => true),
  },
  {
    id: 'piwik.bulk.stored-counted',
    requirement: 'piwik.bulk.all-counted',
    description: 'The answer to a bulk request counts only what was stored.',
    apply: (parts) =>
      withPart(parts, 'trackBulk', (sound) => (tracking, body, track) => {
        const kinds: string[] = [];
        const answer = sound(tracking, body, (pairs, token) => {
          const outcome = track(pairs, token);
          kinds.push(outcome.kind);
          return outcome;
        });
        const tracked = kinds.filter((kind) => kind === 'stored').length;
        return {
          ...answer,
          body: Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(answer.body).toString()), tracked })),
        };
      }),
  },
  {
    id: 'piwik.bulk.answered-by-image',
    requirement: 'piwik.bulk.answer',
    description: 'A bulk request is answered with the image.',
    apply: (parts) =>
      withPart(parts, 'trackBulk', (sound) => (tracking, body, track) => {
        const answer = sound(tracking, body, track);
        return { ...answer, headers: { 'Content-Type': 'image/gif' }, body: Buffer.from('GIF89a') };
      }),
  },
];
