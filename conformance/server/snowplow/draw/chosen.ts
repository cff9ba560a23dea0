/** Parameters chosen for a case, each with the sample it is sent with. */
import fc, { type Arbitrary } from 'fast-check';
import type { Level, Parameter } from '../../../../generated/model.ts';
import type { RequirementId } from '../../../../generated/snowplow/2014-01/facts.ts';
import type { ExpectedColumn, Sample } from '../../model.ts';
import { coreSample } from '../../samples/samples.ts';
import { facts } from '../protocol.ts';
import type { Pairs } from '../request/hit.ts';

export interface Chosen {
  name: string;
  sample: Sample;
}

export type Draw = (parameter: Parameter) => Arbitrary<Sample> | undefined;

const core: Draw = (parameter) => coreSample(parameter, facts);

/** One parameter with a sample; undefined when `draw` has none for it. */
function chosen(parameter: Parameter, draw: Draw): Arbitrary<Chosen> | undefined {
  return draw(parameter)?.map((sample) => ({ name: parameter.name, sample }));
}

/** How often a parameter is chosen among others: once for each class of its values, so that all are as frequent. */
function weightOf({ wireForm }: Parameter, level: Level): number {
  const levels = Object.values(facts.wireForms[wireForm]?.valueClasses ?? {});
  return levels.filter((one) => one === level).length;
}

function drawable(parameters: readonly Parameter[], draw: Draw): Arbitrary<Chosen>[] {
  return parameters.map((parameter) => chosen(parameter, draw)).filter((arbitrary) => arbitrary !== undefined);
}

/** Each parameter in about half of the cases; shrinks to none. */
export function someOf(parameters: readonly Parameter[], draw: Draw = core): Arbitrary<readonly Chosen[]> {
  const options = drawable(parameters, draw).map((arbitrary) => fc.option(arbitrary, { nil: undefined, freq: 2 }));
  return fc.tuple(...options).map((drawn) => drawn.filter((one) => one !== undefined));
}

/** Every parameter. */
export function allOf(parameters: readonly Parameter[], draw: Draw = core): Arbitrary<readonly Chosen[]> {
  return fc.tuple(...drawable(parameters, draw));
}

/** A few parameters with values of a level, some perhaps more than once; at least one, to which it shrinks. */
export function fewOf(
  parameters: readonly Parameter[],
  { draw, level, most }: { draw: Draw; level: Level; most: number },
): Arbitrary<readonly Chosen[]> {
  const options = parameters.flatMap((parameter) => {
    const arbitrary = chosen(parameter, draw);
    return arbitrary === undefined ? [] : [{ arbitrary, weight: weightOf(parameter, level) }];
  });
  return fc.array(fc.oneof(...options), { minLength: 1, maxLength: most, size: 'max' });
}

/** The ledger leaves open whether web-specific parameters are stored of an event that does not say it is of the web. */
const OF_THE_WEB: Pairs = [['p', 'web']];

/** The parameters as they are sent, with their platform when they need one. */
export function pairsOf(all: readonly Chosen[]): Pairs {
  const platform = all.some(({ name }) => facts.parameters[name]?.topic === 'web') ? OF_THE_WEB : [];
  return [...platform, ...all.map(({ name, sample }) => [name, sample.wire] as const)];
}

/** What the columns of the parameters must hold; `owner` names the requirement a column fails for. */
export function columnsOf(
  all: readonly Chosen[],
  owner: (name: string) => RequirementId,
): Readonly<Record<string, ExpectedColumn>> {
  const entries = all.flatMap(({ name, sample }) =>
    (facts.parameters[name] as Parameter).columns.map(({ column }, index): [string, ExpectedColumn] => {
      const cell = sample.stored[index];
      if (cell === undefined) throw new Error(`the sample of ${name} says nothing of ${column}`);
      return [column, { cell, requirement: owner(name) }];
    }),
  );
  return Object.fromEntries(entries);
}
