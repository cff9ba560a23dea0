/** What all experiments of Snowplow start from: its facts, and which version they are about. */
import type { Parameter } from '../../../generated/model.ts';
import { facts, type ParameterName, type RequirementId } from '../../../generated/snowplow/2014-01/facts.ts';
import type { Experiment } from '../model.ts';

export { facts };

/** A parameter by its name. */
export function parameter(name: ParameterName): Parameter {
  return facts.parameters[name] as Parameter;
}

/** An experiment with ids that the compiler knows. */
interface SnowplowExperiment<Plan> extends Omit<Experiment<Plan>, 'protocol' | 'versions'> {
  id: `snowplow.${string}`;
  requirements: readonly RequirementId[];
}

export function snowplow<Plan>(experiment: SnowplowExperiment<Plan>): Experiment<Plan> {
  return { ...experiment, protocol: 'snowplow', versions: ['2014-01'] };
}

/** The requirement about one aspect of a parameter, as codegen derives it from the parameter's file. */
export function derived(name: string, aspect: 'stored' | 'wide' | 'optional'): RequirementId {
  const id = `snowplow.${name}.${aspect}`;
  if (!(id in facts.requirements)) throw new Error(`no requirement ${id}: the spec derives none for this parameter`);
  return id as RequirementId;
}
