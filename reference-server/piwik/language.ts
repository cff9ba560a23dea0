/** Rule language: the languages of the browser, and the country they hint at. */

import { remembering } from '../memory.ts';
import { countries, languageCountries } from './countries.ts';
import { cutBytes } from './forms/text.ts';

const longest = 20;
const unknownCountry = 'xx';

/**
 * `location_browser_lang`: `lang` as it was sent, else the header in lower case without weights; cut to 20 bytes.
 * Piwik 2.0.3, section 1b.
 */
export function browserLanguage(lang: string | undefined, header: string | undefined): string {
  return cutBytes(languagesOf(lang, header), longest);
}

/** The country of the first language that is spoken mainly in one, else the first region; `xx` when there is none. */
export function guessedCountry(lang: string | undefined, header: string | undefined, guess: boolean): string {
  const languages = languagesOf(lang, header);
  const first = guess ? /^[a-z]{2,3}(?=[,;]|$)/.exec(languages)?.[0] : undefined;
  const spokenIn = languageCountries[`${first}`];
  if (spokenIn !== undefined) return spokenIn;
  for (const match of languages.matchAll(/-([a-z]{2})/g)) {
    if (countries.has(match[1] as string)) return match[1] as string;
  }
  return unknownCountry;
}

function languagesOf(lang: string | undefined, header = ''): string {
  return lang ?? normalised(header);
}

/** Lower case, `-` for `_`, without quoted pairs, comments, blanks, weights and charsets. */
const normalised = remembering(1000, (header) => {
  const languages = header
    .toLowerCase()
    .replace(/\\.|\([^)]*\)|\s|;q=[0-9.]+|\.[a-z][^,;]*/g, '')
    .replaceAll('_', '-')
    // Serbia had another code before 2006, and old browsers still send it.
    .replaceAll('sr-sp', 'sr-rs');
  return languages
    .split(',')
    .filter((language) => !language.startsWith('chrome:') && language !== 'en-securid')
    .join(',');
});
