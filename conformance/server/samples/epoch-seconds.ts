/** Samples of the wire form `epoch-seconds`: seconds since 1970. */
import fc, { type Arbitrary } from 'fast-check';
import type { Parameter, ParameterColumn } from '../../../generated/model.ts';
import type { Cell } from '../model.ts';
import { drawn, is, type Meaning } from './drawn.ts';
import type { SampleClasses } from './form.ts';
import { momentIn } from './time-text.ts';

const FIRST_USUAL = Date.UTC(2008, 0, 1) / 1000;
const LAST_USUAL = Date.UTC(2013, 11, 31) / 1000;
const EDGES = [1, Date.UTC(2000, 1, 29, 23, 59, 59) / 1000, 2 ** 31 - 1];

/** A count of days depends on the clock of the scenario, which knows it; the moment itself stands here. */
function cell(column: ParameterColumn, at: number): Cell {
  if (column.kind === 'integer') return is(at);
  const text = momentIn(column, at * 1000);
  return is(column.kind === 'timestamp' ? String(text).slice(0, 19) : text);
}

function moments(parameter: Parameter, times: Arbitrary<number>): Arbitrary<Meaning> {
  return times.map((at) => ({ text: at.toFixed(0), stored: parameter.columns.map((column) => cell(column, at)) }));
}

export function epochSecondsSamples(parameter: Parameter): SampleClasses {
  return {
    ordinary: drawn('ordinary', moments(parameter, fc.integer({ min: FIRST_USUAL, max: LAST_USUAL }))),
    boundary: drawn('boundary', moments(parameter, fc.constantFrom(...EDGES))),
  };
}
