/** Samples of the wire form `dimensions`: width, the letter x, height. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter } from '../../../generated/model.ts';
import { largestIntegerOf, lengthOf } from './column.ts';
import { drawn, is, type Meaning } from './drawn.ts';
import { edited } from './edit.ts';
import type { Malformed, SampleClasses } from './form.ts';
import { settled } from './settled.ts';

/** Two columns hold width and height; a single one holds the text. */
function meaningFor(parameter: Parameter, facts: Facts): (width: number, height: number) => Meaning {
  return (width, height) => {
    const text = `${width}x${height}`;
    const [first, second] = parameter.columns;
    if (first === undefined || second === undefined) return { text, stored: parameter.columns.map(() => is(text)) };
    const stored = [
      settled(first, width, facts, { 'height-first': height }),
      settled(second, height, facts, { 'height-first': width }),
    ];
    return { text, stored };
  };
}

/** The largest side; in a text column two of them and the x must fit. */
function largestSide(parameter: Parameter): number {
  if (parameter.columns.length === 2) return largestIntegerOf(parameter.columns);
  return Math.min(99_999, 10 ** Math.floor((lengthOf(parameter.columns) - 1) / 2) - 1);
}

function sized(parameter: Parameter, facts: Facts, sides: Arbitrary<number>): Arbitrary<Meaning> {
  const meaning = meaningFor(parameter, facts);
  return fc.tuple(sides, sides).map(([width, height]) => meaning(width, height));
}

function ordinary(parameter: Parameter, facts: Facts): Arbitrary<Meaning> {
  return sized(parameter, facts, fc.integer({ min: 1, max: 4096 }));
}

export function dimensionsSamples(parameter: Parameter, facts: Facts): SampleClasses {
  const largest = largestSide(parameter);
  return {
    ordinary: drawn('ordinary', ordinary(parameter, facts)),
    boundary: drawn('boundary', sized(parameter, facts, fc.constantFrom(0, 1, largest - 1, largest))),
  };
}

export function malformedDimensions(parameter: Parameter, facts: Facts): Arbitrary<Malformed> {
  return edited(ordinary(parameter, facts), [
    (text) => text.replace('x', ''),
    (text) => text.replace('x', 'xx'),
    (text) => text.replace('x', '×'),
    (text) => text.replace('x', 'X'),
    (text) => `${text}x`,
    (text) => `x${text}`,
    (text) => `-${text}`,
    (text) => `${text}.5`,
    (text) => text.slice(0, text.indexOf('x') + 1),
  ]);
}
