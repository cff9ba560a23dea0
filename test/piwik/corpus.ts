/** Recorded cases of Piwik 2.0.3: requests, and the rows a real server stored. They lie outside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { configured, type Environment, recordedSettings, vectorSettings } from './recorded-settings.ts';
import type { Case, RecordedRequest, Tables } from './replay.ts';

const folder = resolve(import.meta.dirname, '../../../shared/corpus');

/** Undefined when the file is there, else the sentence with which its tests are skipped. */
export function missing(file: string): string | undefined {
  return existsSync(join(folder, file)) ? undefined : `${file} is not in ../shared/corpus`;
}

export function lines<Entry>(file: string): Entry[] {
  if (missing(file) !== undefined) return [];
  const text = readFileSync(join(folder, file), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
}

interface RecordedAnswer {
  body?: string;
}

interface StoredCase {
  id: string;
  description: string;
  config?: Environment;
  requests: { method: string; query?: string; body?: string; headers: Record<string, string>; clock: number }[];
  responses: RecordedAnswer[];
  stored: Tables;
  nondeterministic: string[];
  dbDependent?: string[];
}

/** Cases sent over HTTP to a whole running server. */
export function storedCases(): Case[] {
  return lines<StoredCase>('piwik-2.0-stored.ndjson').map((line) => ({
    id: line.id,
    description: line.description,
    settings: configured(recordedSettings, line.config ?? {}),
    requests: line.requests.map((request) => ({
      method: request.method,
      query: request.query ?? '',
      body: request.body ?? '',
      headers: lowerCased(request.headers),
      address: '127.0.0.1',
      now: request.clock,
    })),
    rows: line.stored,
    bodies: line.responses.map(({ body }) => body),
    ignored: [...line.nondeterministic, ...(line.dbDependent ?? [])],
  }));
}

interface VectorRequest {
  now: number;
  method?: string;
  get?: Record<string, unknown>;
  post?: Record<string, unknown>;
  body?: string;
  ua?: string;
  ip?: string;
  lang?: string;
  cookies?: Record<string, string>;
  server?: Record<string, string>;
}

interface VectorCase {
  id: string;
  desc: string;
  site: object;
  env: object;
  requests: VectorRequest[];
  responses: RecordedAnswer[];
  rows: Tables;
}

/** Cases run through the tracker's own classes, without HTTP. */
export function vectorCases(): Case[] {
  return lines<VectorCase>('piwik-2.0-vectors.ndjson').map((line) => ({
    id: line.id,
    description: line.desc,
    settings: vectorSettings(line.site, line.env),
    requests: line.requests.map(vectorRequest),
    rows: line.rows,
    bodies: line.responses.map(({ body }) => body),
    ignored: [],
  }));
}

function vectorRequest(request: VectorRequest): RecordedRequest {
  const headers: Record<string, string> = {
    'user-agent': request.ua ?? 'Mozilla/5.0 (Windows NT 6.1; rv:26.0) Gecko/20100101 Firefox/26.0',
    'accept-language': request.lang ?? 'fr-fr,en;q=0.5',
  };
  for (const [name, value] of Object.entries(request.server ?? {})) {
    headers[
      name
        .replace(/^HTTP_/, '')
        .replaceAll('_', '-')
        .toLowerCase()
    ] = value;
  }
  const cookies = Object.entries(request.cookies ?? {});
  if (cookies.length > 0)
    headers.cookie = cookies.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
  if (request.post !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
  return {
    method: request.method ?? (request.post === undefined && request.body === undefined ? 'GET' : 'POST'),
    query: queryOf(request.get ?? {}),
    body: request.body ?? queryOf(request.post ?? {}),
    headers,
    address: request.ip ?? '203.0.113.10',
    now: request.now,
  };
}

function queryOf(parameters: Record<string, unknown>): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => {
    const members = Array.isArray(value) ? value : [value];
    return members.map((member) => [Array.isArray(value) ? `${name}[]` : name, String(member)]);
  });
  return pairs
    .map(([name, value]) => `${encodeURIComponent(name as string)}=${encodeURIComponent(value as string)}`)
    .join('&');
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
