import type { CheckResult, CoveredItem, ProtocolCoverage } from '../../../generated/files/report.ts';
import type { Facts } from '../../../generated/model.ts';
import type { Check, Selection } from '../run/selection.ts';
import type { CoverageTally } from './tally.ts';
import { branchItems, type Item, parameterItems, requirementItems, valueClassItems } from './universe.ts';

export interface Measured {
  facts: Facts;
  /** Every check of this version, and those of them that were asked for. */
  all: readonly Check[];
  selected: readonly Check[];
  selection: Selection & { replay?: string | undefined };
  results: readonly CheckResult[];
  /** Undefined when nothing was sent. */
  tally: CoverageTally | undefined;
}

const unchecked = 'no check is about it: it shows inside an installation only, or needs settings nobody can ask for';
const undrawn = 'no case drew it: raise --runs, or tell more of the target (--target, tokens of other roles)';
const leftOut = 'no case of this part of the suite drew it';

/** What a run reached of one protocol, layer by layer, and why not the rest. */
export function measureCoverage(measured: Measured): ProtocolCoverage {
  const { facts, all, results, tally } = measured;
  const cases = new Map<string, number>();
  for (const { requirements, runs } of results) {
    for (const id of requirements) cases.set(id, (cases.get(id) ?? 0) + runs);
  }
  const layer = (items: readonly Item[], counts: ReadonlyMap<string, number> | undefined) =>
    items.flatMap((item) => covered(item, counts?.get(item.id) ?? 0, measured));
  const experiments = [...new Set(all.map(({ experiment }) => experiment))];
  return {
    protocol: facts.protocol,
    version: facts.version,
    whole: isWhole(measured.selection),
    requirements: layer(requirementItems(facts), cases),
    parameters: layer(parameterItems(facts), tally?.parameters),
    valueClasses: layer(valueClassItems(facts, experiments), tally?.valueClasses),
    ruleBranches: layer(branchItems(experiments), tally?.branches),
  };
}

function isWhole({ only = [], skip = [], shard, replay }: Measured['selection']): boolean {
  return only.length === 0 && skip.length === 0 && shard === undefined && replay === undefined;
}

/** A shard leaves out experiments, but no case of its own. */
function hasAllCases(selection: Measured['selection']): boolean {
  return isWhole({ ...selection, shard: undefined });
}

/** One item, or none when it is of another part than the one asked for. */
function covered(item: Item, cases: number, measured: Measured): CoveredItem[] {
  if (cases > 0) return [{ id: item.id, cases }];
  if (!belongs(item, measured)) return [];
  return [{ id: item.id, cases, reason: item.never ?? reasonOf(item, measured) }];
}

/** What no check is about belongs to no selection; of the shards it belongs to the first, so that none loses it. */
function belongs(item: Item, { all, selected, selection }: Measured): boolean {
  if (isWhole(selection) || selected.some(item.isOf)) return true;
  return hasAllCases(selection) && selection.shard?.index === 1 && !all.some(item.isOf);
}

/** Why its checks did not run, when none did; else no case happened to reach it. */
function reasonOf(item: Item, { selected, selection, results }: Measured): string {
  const ids = new Set(selected.filter(item.isOf).map(({ id }) => id));
  if (ids.size === 0) return unchecked;
  const own = results.filter(({ id }) => ids.has(id));
  const reasons = own.flatMap(({ runs, reason }) => (runs === 0 && reason !== undefined ? [reason] : []));
  return (reasons.length === own.length ? reasons[0] : undefined) ?? (hasAllCases(selection) ? undrawn : leftOut);
}
