/** Samples of Piwik's forms for places and languages: `country-code`, `region-code`, `language-tags`. */
import fc, { type Arbitrary } from 'fast-check';
import type { Parameter } from '../../../generated/model.ts';
import { textOf } from './characters.ts';
import { drawn, is, type Meaning } from './drawn.ts';
import type { SampleClasses } from './form.ts';

const COUNTRIES = ['fr', 'de', 'us', 'jp', 'br', 'gb', 'it', 'in', 'za', 'nz'];

function texts(parameter: Parameter, values: Arbitrary<string>): Arbitrary<Meaning> {
  return values.map((text) => ({ text, stored: parameter.columns.map(() => is(text)) }));
}

export function countryCodeSamples(parameter: Parameter): SampleClasses {
  return { ordinary: drawn('ordinary', texts(parameter, fc.constantFrom(...COUNTRIES))) };
}

export function regionCodeSamples(parameter: Parameter): SampleClasses {
  const codes = textOf([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'], 2, 2);
  return { ordinary: drawn('ordinary', texts(parameter, codes)) };
}

interface Tags {
  text: string;
  country: string;
}

const regional = fc
  .tuple(fc.constantFrom('fr', 'de', 'en', 'pt', 'es'), fc.constantFrom(...COUNTRIES))
  .map(([language, country]): Tags => ({ text: `${language}-${country}`, country }));
const bare = fc.constantFrom('fr', 'de', 'it', 'es').map((text): Tags => ({ text, country: text }));
const weighted = regional.map(({ text, country }): Tags => ({ text: `${text},${text.slice(0, 2)};q=0.5`, country }));

/** The language as sent, and the country its region names. */
export function languageTagsSamples(parameter: Parameter): SampleClasses {
  const meaning = ({ text, country }: Tags): Meaning => ({
    text,
    stored: parameter.columns.map(({ column }) => is(column === 'location_country' ? country : text)),
  });
  return {
    ordinary: drawn('ordinary', regional.map(meaning)),
    bare: drawn('bare', bare.map(meaning)),
    weighted: drawn('weighted', weighted.map(meaning)),
  };
}
