/** Texts with control characters in them; the ledger leaves open what is stored of such a text. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter } from '../../../generated/model.ts';
import { word } from './characters.ts';
import type { Meaning } from './drawn.ts';
import { settled } from './settled.ts';

/** NUL first: it ends a text in some languages. */
const CONTROLS = ['\u0000', '\t', '\n', '\r', '\u0001', '\u001f', '\u007f'];

function cleaned(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is drawn here.
  return text.replace(/\t/g, '    ').replace(/[\u0000-\u001f\u007f]/g, '');
}

/** A control character between two words; short enough for three blanks more. */
export function withControls(parameter: Parameter, maxLength: number, facts: Facts): Arbitrary<Meaning> {
  const part = word(1, Math.max(1, Math.floor((maxLength - 4) / 2)));
  const decision = `${facts.protocol}.control-characters`;
  return fc.tuple(part, fc.constantFrom(...CONTROLS), part).map((parts) => {
    const text = parts.join('');
    return {
      text,
      stored: parameter.columns.map(() => settled({ decision }, text, facts, { cleaned: cleaned(text) })),
    };
  });
}
