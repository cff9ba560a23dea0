/** Samples of the wire form `referrer-url`: a website or a results page of a search engine. */
import fc, { type Arbitrary } from 'fast-check';
import type { Parameter, ParameterColumn } from '../../../generated/model.ts';
import type { StoredValue } from '../model.ts';
import { engines } from '../piwik/draw/engines.ts';
import { textOf } from './characters.ts';
import { drawn, is, type Meaning } from './drawn.ts';
import type { SampleClasses } from './form.ts';

const SEARCH_ENGINE = 2;
const WEBSITE = 3;

interface Referrer {
  url: string;
  type: number;
  name: string;
  keyword: string;
}

const host = textOf([...'abcdefghijklm'], 1, 8).map((name) => `${name}.example`);
const page = textOf([...'abc019'], 0, 6);

function websites(pages: Arbitrary<string>): Arbitrary<Referrer> {
  return fc
    .tuple(host, pages)
    .map(([name, text]) => ({ url: `http://${name}/${text}`, type: WEBSITE, name, keyword: '' }));
}

const searches = fc
  .tuple(fc.constantFrom(...engines), textOf([...'abcdefgh'], 1, 8), textOf([...'mnopqr'], 1, 8))
  .map(([engine, first, second]) => ({
    url: `${engine.page}${first}+${second}`,
    type: SEARCH_ENGINE,
    name: engine.name,
    keyword: `${first} ${second}`,
  }));

function shown(column: ParameterColumn, referrer: Referrer): StoredValue {
  if (column.column === 'referer_type') return referrer.type;
  if (column.column === 'referer_name') return referrer.name;
  return column.column === 'referer_keyword' ? referrer.keyword : referrer.url;
}

export function referrerUrlSamples(parameter: Parameter): SampleClasses {
  const meaning = (referrer: Referrer): Meaning => ({
    text: referrer.url,
    stored: parameter.columns.map((column) => is(shown(column, referrer))),
  });
  return {
    website: drawn('website', websites(page).map(meaning)),
    'search-engine': drawn('search-engine', searches.map(meaning)),
    unicode: drawn('unicode', websites(page.map((text) => `${text}é`)).map(meaning)),
  };
}
