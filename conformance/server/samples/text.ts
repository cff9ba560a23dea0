/** Samples of the wire form `text`: any text, percent-encoded. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter } from '../../../generated/model.ts';
import type { Sample } from '../model.ts';
import { astral, marked, plain, textOf, unicode } from './characters.ts';
import { lengthOf } from './column.ts';
import { withControls } from './control-characters.ts';
import { digitSamples, mayBeInteger } from './digits.ts';
import { drawn, type Meaning } from './drawn.ts';
import type { SampleClasses } from './form.ts';
import { plusForBlank, type Writing } from './percent.ts';
import { textCell } from './text-cell.ts';

/** Long enough for every class to show itself, short enough for sixty parameters in one request line. */
const USUAL_LENGTH = 24;

/** Texts that a language could take for a value of its own; only those that fit are drawn. */
const LITERALS = ['16', 'null', 'NaN', 'true', '007', '1e3', '1.50', 'NULL', 'false', 'None', 'undefined'];

type TextClass = { texts: Arbitrary<string>; shortest: number; writings?: Arbitrary<Writing> };

function classesWithin(length: number): Record<string, TextClass> {
  const usual = Math.min(length, USUAL_LENGTH);
  const plainWriting = fc.constant<Writing>(encodeURIComponent);
  const inner = plain(usual - 2);
  return {
    ordinary: { texts: plain(usual), shortest: 1 },
    boundary: { texts: textOf([...'azAZ9'], 1, 1), shortest: 1 },
    unicode: { texts: unicode(usual), shortest: 3 },
    astral: { texts: astral(usual), shortest: 4 },
    plus: { texts: plusAndBlank(usual), shortest: 5, writings: plusForBlank },
    'percent-2b': { texts: escapesAsText(usual), shortest: 4 },
    markup: { texts: marked([...'<>&"\''], Math.min(usual, 12)), shortest: 1 },
    'language-literal': { texts: fc.constantFrom(...LITERALS.filter((text) => text.length <= length)), shortest: 2 },
    blanks: {
      texts: fc.oneof(
        inner.map((text) => ` ${text}`),
        inner.map((text) => `${text} `),
      ),
      shortest: 3,
    },
    long: { texts: textOf([...'abcdefgh'], length, length), shortest: 1, writings: plainWriting },
  };
}

/** Both a `+` and a blank inside, so that the one cannot pass for the other. */
function plusAndBlank(maxLength: number): Arbitrary<string> {
  const part = textOf([...'abc+'], 1, Math.max(1, Math.floor((maxLength - 2) / 3)));
  return fc.tuple(part, part, part).map(([left, middle, right]) => `${left}+${middle} ${right}`);
}

/** Texts that are themselves escapes: a server that decodes twice loses them. */
function escapesAsText(maxLength: number): Arbitrary<string> {
  const around = plain(Math.max(1, maxLength - 3));
  return fc
    .tuple(fc.constantFrom('%2B', '%2b', '%20', '%26', '%25'), around)
    .map(([escaped, text]) => `${text}${escaped}`);
}

export function textSamples(parameter: Parameter, facts: Facts): SampleClasses {
  if (mayBeInteger(parameter, facts)) return digitSamples(parameter, facts);
  const length = lengthOf(parameter.columns);
  const meaning = (text: string): Meaning => ({
    text,
    stored: parameter.columns.map((column) => textCell(column, text, facts)),
  });
  const classes: Record<string, Arbitrary<Sample>> = {};
  for (const [name, { texts, shortest, writings }] of Object.entries(classesWithin(length))) {
    if (shortest <= length) classes[name] = drawn(name, texts.map(meaning), writings);
  }
  if (length >= 6) {
    classes.control = drawn('control', withControls(parameter, Math.min(length, USUAL_LENGTH), facts));
  }
  return classes;
}
