/** What the pipelines of today make of requests, against what the judge says of them, when the corpus is beside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../conformance/client/finding.ts';
import { judgeRequest } from '../../../conformance/client/judge.ts';
import { request } from './requests.ts';

const corpus = resolve(import.meta.dirname, '../../../../shared/corpus');
const absent = existsSync(corpus) ? '' : ' (skipped: the corpus is not beside the repository)';
const run = it.skipIf(absent !== '');

// biome-ignore lint/suspicious/noExplicitAny: recordings have many shapes.
function linesOf(file: string): any[] {
  if (absent !== '') return [];
  return readFileSync(resolve(corpus, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function violationsOf(
  recorded: ReturnType<typeof request>,
  protocol: 'piwik' | 'snowplow',
  version: string,
): Finding[] {
  const { hits } = judgeRequest(recorded, 0, { protocol, version });
  return hits.flatMap(({ findings }) => findings).filter(({ finding }) => finding === 'violation');
}

describe('enrich of today', () => {
  interface Vector {
    id: string;
    outcome: string;
    query: string;
  }

  const vectors: Vector[] = linesOf('snowplow-now-vectors.ndjson').flatMap(({ id, input, expect: { outcome } }) => {
    const { param, value, params } = input;
    const named = typeof param === 'string' && typeof value === 'string' && !param.startsWith('(');
    const alone = named ? param.split('|').map((name: string) => ({ e: 'pv', [name]: value })) : [];
    const all: Record<string, string>[] = params ? [params] : alone;
    return all.map((one) => ({ id, outcome, query: new URLSearchParams(one).toString() }));
  });
  const judged = ({ query }: Vector) => violationsOf(request({ path: '/i', query }), 'snowplow', 'tp2');
  // Base64 is decoded by itself in these, and holds no document; the collector before enrich reads nuid.
  const apart = ({ id, query }: Vector) =>
    id.includes('base64url') || query.includes('nuid=mynuid') || query.includes('%3C');

  run(`loses no event that is not called a violation${absent}`, () => {
    const lost = vectors.filter(({ outcome }) => outcome === 'bad').filter((vector) => !apart(vector));
    expect(lost.length).toBeGreaterThan(40);
    expect(lost.filter((vector) => judged(vector).length === 0)).toEqual([]);
  });

  run(`stores every event without a violation${absent}`, () => {
    const stored = vectors.filter(({ outcome }) => outcome === 'ok').filter((vector) => !apart(vector));
    expect(stored.length).toBeGreaterThan(100);
    expect(stored.flatMap((vector) => judged(vector).map(({ message }) => `${vector.id}: ${message}`))).toEqual([]);
  });
});

describe('Matomo of today', () => {
  /** What no request shows by itself: rights of a token, what is stored already, and texts that are too long or odd. */
  const unseen = /-(badtoken|view|other-site|dupe|deleted|utf8|long|big|case|manual-goal|25h)|^a-head-empty$/;

  run(`refuses no single request that is not called a violation${absent}`, () => {
    const refused = linesOf('matomo-5-stored.ndjson').flatMap(({ id, requests, responses }) =>
      requests
        .filter((_: unknown, at: number) => responses[at]?.status === 400)
        .filter(({ body }: { body?: unknown }) => body === undefined || typeof body === 'string')
        .map((sent: Parameters<typeof request>[0]) => ({ id, sent })),
    );
    expect(refused.length).toBeGreaterThan(20);
    const missed = refused
      .filter(({ id }) => !unseen.test(id))
      .filter(({ sent: { method, path, query, body, headers } }) => {
        const lower = Object.fromEntries(
          Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
        );
        const recorded = request({ method, path, query: query ?? '', headers: lower, ...(body ? { body } : {}) });
        const { hits } = judgeRequest(recorded, 0, { protocol: 'piwik', version: '5' });
        return hits.flatMap(({ findings }) => findings).every(({ finding }) => finding === 'information');
      });
    expect(missed.map(({ id, sent }) => `${id} ${sent.query}`)).toEqual([]);
  });
});
