/** Which files a fault nobody planned is put into, and which not. */
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ProtocolName } from '../../generated/model.ts';

export const root = resolve(import.meta.dirname, '../..');

/** What a request means, and what is stored of it. */
const semantics = ['reference-server/piwik/**/*.ts', 'reference-server/snowplow/**/*.ts'];

/** Parts among them that no run of the suite could judge. */
export interface LeftOut {
  /** Globs of whole files. */
  files: readonly string[];
  /** Functions and constants of other files. */
  declarations: readonly string[];
  /** Properties of that name, wherever an object is written. */
  properties?: readonly string[];
  /** Functions that return texts for people, or are given such a text: a mutant of the text itself is left out. */
  words?: RegExp;
  reason: string;
}

export const leftOut: readonly LeftOut[] = [
  {
    files: [
      'reference-server/piwik/debug.ts',
      'reference-server/piwik/extension/*.ts',
      'reference-server/piwik/id-cookie.ts',
      'reference-server/piwik/installation.ts',
      'reference-server/piwik/providers/maxmind.ts',
      'reference-server/piwik/serving.ts',
      'reference-server/piwik/tasks/*.ts',
      'reference-server/piwik/tracker-cache.ts',
    ],
    declarations: [
      'categoryParameters',
      'chosenProvider',
      'cookieHeaders',
      'doNotTrackReason',
      'enrichment',
      'entities',
      'escaped',
      'forwarded',
      'hideOctets',
      'keywordParameters',
      'located',
      'masked',
      'maskedBits6',
      'unlocated',
      'parseRange',
      'provider',
      'ranges',
      'withoutPort',
    ],
    reason:
      'runs only where an installation has plugins, databases or options of its own, which no request tells: unit tests hold it',
  },
  {
    files: ['reference-server/piwik/cookies.ts'],
    declarations: ['ignoredReason', 'ignoreForm'],
    reason: 'reads the ignore cookie, which an installation signs with a secret of its own: unit tests hold it',
  },
  {
    files: [
      'reference-server/piwik/countries.ts',
      'reference-server/piwik/search-engines.ts',
      'reference-server/piwik/user-agent-codes.ts',
      'reference-server/snowplow/referring-sites.ts',
    ],
    declarations: [],
    reason: 'a table of names: the suite draws only those that no known tracker disputes',
  },
  {
    files: [],
    declarations: ['greeting'],
    properties: ['fault'],
    words: /(?:Reason|Fault)$|^Refusal$|^failed$|^greetingAnswer$/,
    reason: 'says in words what is wrong: no requirement holds the words',
  },
  {
    files: ['reference-server/http/*.ts', 'reference-server/records/*.ts', 'reference-server/storage/*.ts'],
    declarations: [],
    reason: 'carries requests and rows of both protocols and decides nothing about either: unit tests hold it',
  },
];

/** Files, relative to the repository, in order. */
export function semanticFiles(): string[] {
  const outside = new Set(leftOut.flatMap(({ files }) => globSync([...files], { cwd: root })));
  return globSync(semantics, { cwd: root })
    .filter((file) => !outside.has(file))
    .sort();
}

/** Whose suite judges a file: its own protocol's, or both when they share it. */
export function protocolsOf(file: string): ProtocolName[] {
  const all: readonly ProtocolName[] = ['piwik', 'snowplow'];
  const own = all.filter((protocol) => file.startsWith(`reference-server/${protocol}/`));
  return own.length > 0 ? own : [...all];
}
