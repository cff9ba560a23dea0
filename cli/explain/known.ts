/** What the rooms know of an id beside the spec: who checks it, and who breaks it. */
import { experiments } from '../../conformance/server/experiments.ts';
import type { Experiment } from '../../conformance/server/model.ts';
import type { Facts } from '../../generated/model.ts';
import { editions } from '../../reference-server/editions.ts';
import { faults } from '../../reference-server/faults/index.ts';

/** Faults of the reference server, which speaks one version of each protocol. */
export function faultsOf({ protocol, version }: Facts): typeof faults {
  if (editions[protocol].version !== version) return [];
  return faults.filter(({ requirement }) => requirement.startsWith(`${protocol}.`));
}

export function faultIdsOf(facts: Facts, requirement: string): string[] {
  return faultsOf(facts).flatMap((fault) => (fault.requirement === requirement ? [fault.id] : []));
}

export function experimentsOf({ protocol, version }: Facts): Experiment[] {
  return experiments.filter((one) => one.protocol === protocol && one.versions.includes(version));
}

/** Experiments that have a check of the requirement. */
export function checkersOf(facts: Facts, requirement: string): Experiment[] {
  return experimentsOf(facts).filter(({ requirements }) => requirements.includes(requirement));
}

export function checkIdsOf(facts: Facts, requirement: string): string[] {
  return checkersOf(facts, requirement).map(({ id }) => `${id}/${requirement}`);
}
