/** Everything that a run could reach: what coverage is measured against. */
import type { Facts, Parameter } from '../../../generated/model.ts';
import type { Experiment } from '../model.ts';
import type { Check } from '../run/selection.ts';
import { classesOf } from '../samples/samples.ts';
import { branchId } from './reached.ts';

/** Something to reach, and the requirements or the experiment whose checks tell why it was not. */
export interface Item {
  id: string;
  isOf(check: Check): boolean;
  /** Why no run can reach it. */
  never?: string;
}

/** Requirements of the server. */
export function requirementItems({ requirements }: Facts): Item[] {
  return Object.values(requirements)
    .filter(({ binds }) => binds !== 'client')
    .map(({ id }) => ({ id, isOf: ({ requirement }) => requirement === id }));
}

export function parameterItems({ parameters, requirements }: Facts): Item[] {
  return Object.values(parameters).map(({ name, columns }) => ({
    id: name,
    isOf: ({ requirement }) => requirements[requirement]?.parameter === name,
    ...(columns.length > 0 ? {} : { never: 'no column keeps a value of it, so no check sends it' }),
  }));
}

/** The classes that the wire form of each parameter marks MUST, which its `.stored` is about, or SHOULD, its `.wide`. */
export function valueClassItems(facts: Facts, experiments: readonly Experiment[]): Item[] {
  const byThemselves = new Set(experiments.flatMap(({ classes = {} }) => Object.keys(classes)));
  return Object.values(facts.parameters).flatMap((parameter) => {
    const levels = Object.entries(facts.wireForms[parameter.wireForm]?.valueClasses ?? {});
    const drawn = new Set(Object.keys(classesOf(parameter, facts)));
    return levels
      .filter(([, level]) => level !== 'MAY')
      .map(([name, level]): Item => {
        const owner = `${facts.protocol}.${parameter.name}.${level === 'MUST' ? 'stored' : 'wide'}`;
        const id = `${parameter.name}/${name}`;
        const never = neverDrawn(parameter, drawn.has(name) || byThemselves.has(id));
        return {
          id,
          isOf: ({ requirement }) => requirement === owner,
          ...(never === undefined ? {} : { never }),
        };
      });
  });
}

function neverDrawn({ columns }: Parameter, drawn: boolean): string | undefined {
  if (columns.length === 0) return 'no column keeps a value of the parameter, so no check asks for its classes';
  return drawn ? undefined : 'the class has no value for columns such as those of the parameter';
}

export function branchItems(experiments: readonly Experiment[]): Item[] {
  return experiments.flatMap((experiment) =>
    Object.keys(experiment.branches).map((branch) => ({
      id: branchId(experiment, branch),
      isOf: (check) => check.experiment === experiment,
    })),
  );
}
