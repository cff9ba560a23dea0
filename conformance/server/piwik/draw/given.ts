/** One drawn value of a parameter, with the requirement that says where it is stored. */
import fc, { type Arbitrary } from 'fast-check';
import type { Parameter } from '../../../../generated/model.ts';
import { facts, type ParameterName, type RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { ExpectedColumn, Sample } from '../../model.ts';
import { coreSample, wideSample } from '../../samples/samples.ts';

export interface Given {
  name: ParameterName;
  sample: Sample;
  requirement: RequirementId;
}

function requirementOf(name: ParameterName, aspect: 'stored' | 'wide'): RequirementId {
  return `piwik.${name}.${aspect}` as RequirementId;
}

/** A value of the core domain, or now and then one that a tracker should store as well. */
export function given(name: ParameterName): Arbitrary<Given> {
  const core = coreSample(facts.parameters[name] as Parameter, facts);
  const wide = wideSample(facts.parameters[name] as Parameter, facts);
  if (core === undefined) throw new Error(`${name} has no value class at MUST: add one to its wire form in spec/`);
  const of = (aspect: 'stored' | 'wide') => (sample: Sample) => ({
    name,
    sample,
    requirement: requirementOf(name, aspect),
  });
  if (wide === undefined) return core.map(of('stored'));
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: core.map(of('stored')) },
    { weight: 1, arbitrary: wide.map(of('wide')) },
  );
}

/** What the values of these parameters can exercise: `.stored`, and `.wide` where the wire form has wider classes. */
export function storing(...names: readonly ParameterName[]): RequirementId[] {
  return names.flatMap((name) =>
    (['stored', 'wide'] as const)
      .map((aspect) => requirementOf(name, aspect))
      .filter((requirement) => requirement in facts.requirements),
  );
}

/** The parameter as sent. */
export function sent(value: Given): readonly [name: string, wire: string] {
  return [value.name, value.sample.wire];
}

/** What the columns of one record must hold; `key` is the column that refers to the record, when another row is read. */
export function storedIn(record: string, value: Given, key?: string): Record<string, ExpectedColumn> {
  const columns = facts.parameters[value.name]?.columns ?? [];
  const cells: Record<string, ExpectedColumn> = {};
  for (const [index, column] of columns.entries()) {
    const cell = value.sample.stored[index];
    if (column.record !== record || cell === undefined) continue;
    cells[key === undefined ? column.column : `${key}.${column.column}`] = { cell, requirement: value.requirement };
  }
  return cells;
}
