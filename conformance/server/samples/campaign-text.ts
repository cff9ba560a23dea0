/** Samples of the wire form `campaign-text`: text that may be decoded once more and lowered in case without harm. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter } from '../../../generated/model.ts';
import { marked, textOf } from './characters.ts';
import { lengthOf } from './column.ts';
import { drawn, type Meaning } from './drawn.ts';
import type { SampleClasses } from './form.ts';
import { plusForBlank } from './percent.ts';
import { textCell } from './text-cell.ts';

const USUAL_LENGTH = 20;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

const words = (maxLength: number) => textOf(LETTERS, 1, maxLength);

export function campaignTextSamples(parameter: Parameter, facts: Facts): SampleClasses {
  const length = lengthOf(parameter.columns);
  const usual = Math.min(USUAL_LENGTH, length);
  const half = Math.floor((usual - 1) / 2);
  const meaning = (text: string): Meaning => ({
    text,
    stored: parameter.columns.map((column) => textCell(column, text, facts)),
  });
  const of = (name: string, texts: Arbitrary<string>) => drawn(name, texts.map(meaning));
  const blank = fc.tuple(words(half), words(half)).map((pair) => pair.join(' '));
  const beyond = textOf([...'éßñøжяλ中日한', ...LETTERS], 0, Math.floor(usual / 3) - 1).map((text) => `é${text}`);
  return {
    ordinary: of('ordinary', words(usual)),
    unicode: of('unicode', beyond),
    plus: drawn('plus', blank.map(meaning), plusForBlank),
    markup: of(
      'markup',
      marked([...'<>&"\''], 10).map((text) => text.toLowerCase()),
    ),
    long: of('long', textOf(LETTERS, length, length)),
  };
}
