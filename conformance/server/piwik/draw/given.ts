/** One drawn value of a parameter, with the requirement that says where it is stored. */
import fc, { type Arbitrary } from 'fast-check';
import type { Parameter } from '../../../../generated/model.ts';
import { facts, type ParameterName, type RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { ExpectedColumn, Sample } from '../../model.ts';
import { coreSample, wideSample } from '../../samples/samples.ts';
import { opened } from './open-questions.ts';

export interface Given {
  name: ParameterName;
  sample: Sample;
  requirement: RequirementId;
}

function requirementOf(name: ParameterName, aspect: 'stored' | 'wide'): RequirementId {
  return `piwik.${name}.${aspect}` as RequirementId;
}

/** A value of the core domain: every known implementation stores it alike. */
export function core(name: ParameterName): Arbitrary<Given> {
  const samples = coreSample(facts.parameters[name] as Parameter, facts);
  if (samples === undefined) throw new Error(`${name} has no value class at MUST: add one to its wire form in spec/`);
  return samples.map((sample) => ({
    name,
    sample: opened(name, sample),
    requirement: requirementOf(name, 'stored'),
  }));
}

/** A value of the core domain, or now and then one that a tracker should store as well. */
export function given(name: ParameterName): Arbitrary<Given> {
  const wide = wideSample(facts.parameters[name] as Parameter, facts)?.map(
    (sample): Given => ({ name, sample: opened(name, sample), requirement: requirementOf(name, 'wide') }),
  );
  if (wide === undefined) return core(name);
  return fc.oneof({ withCrossShrink: true }, { weight: 2, arbitrary: core(name) }, { weight: 1, arbitrary: wide });
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
