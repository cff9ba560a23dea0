import type { Experiment, TargetFacts } from '../model.ts';
import { InternalError, UsageError } from './errors.ts';
import { globMatcher } from './glob.ts';
import type { Suite } from './options.ts';

/** One requirement in one experiment. */
export interface Check {
  id: string;
  experiment: Experiment;
  requirement: string;
}

export interface Selection {
  only?: readonly string[] | undefined;
  skip?: readonly string[] | undefined;
  shard?: { index: number; count: number } | undefined;
}

/** All checks of a suite, in the order of its experiments and their requirements. */
export function checksOf({ facts, experiments }: Suite): Check[] {
  const own = experiments.filter(
    ({ protocol, versions }) => protocol === facts.protocol && versions.includes(facts.version),
  );
  return own.flatMap((experiment) =>
    experiment.requirements.map((requirement) => {
      if (!facts.requirements[requirement]) {
        throw new InternalError(
          `${experiment.id} names ${requirement}, which ${facts.protocol} ${facts.version} does not have`,
        );
      }
      return { id: `${experiment.id}/${requirement}`, experiment, requirement };
    }),
  );
}

/**
 * The checks that a run was asked for, of all its suites together.
 *
 * @throws UsageError when there is none
 */
export function selectChecks(checks: readonly Check[], { only = [], skip = [], shard }: Selection): Check[] {
  const wanted = only.map(checkMatcher);
  const unwanted = skip.map(checkMatcher);
  const selected = checks.filter(
    (check) =>
      (wanted.length === 0 || wanted.some((matches) => matches(check))) && !unwanted.some((matches) => matches(check)),
  );
  if (selected.length === 0) {
    const asked = [...only.map((glob) => `--only ${glob}`), ...skip.map((glob) => `--skip ${glob}`)].join(' ');
    throw new UsageError(
      `no check matches ${asked || 'the protocol'}: \`beaconform list\` prints the ids of requirements and checks`,
    );
  }
  return shard ? shardOf(checks, selected, shard) : selected;
}

/** Matches check ids and requirement ids alike. */
export function checkMatcher(glob: string): (check: Check) => boolean {
  const matches = globMatcher(glob);
  return ({ id, requirement }) => matches(id) || matches(requirement);
}

/**
 * Whole experiments are dealt out, since their checks share their cases. The selection does not change which shard an
 * experiment belongs to.
 */
function shardOf(
  all: readonly Check[],
  selected: readonly Check[],
  { index, count }: { index: number; count: number },
) {
  const ids = [...new Set(all.map(({ experiment }) => experiment.id))].sort();
  const own = selected.filter(({ experiment }) => ids.indexOf(experiment.id) % count === index - 1);
  if (own.length === 0) {
    throw new UsageError(
      `--shard ${index}/${count} has nothing to run: the selection has ${ids.length} experiments; use fewer shards`,
    );
  }
  return own;
}

/** Why an experiment cannot run on a target; undefined when it can. */
export function obstacleOf(
  experiment: Experiment,
  target: TargetFacts,
): { status: 'skipped' | 'not-observable'; reason: string } | undefined {
  const unclaimed = (experiment.features ?? []).filter((feature) => !target.features.has(feature));
  if (unclaimed.length > 0) return { status: 'skipped', reason: `the target does not claim ${unclaimed.join(', ')}` };
  const { option } = experiment;
  if (option !== undefined && target.options?.[option] !== true) {
    return { status: 'skipped', reason: `the target file does not say that ${option} is on (options)` };
  }
  return experiment.obstacle?.(target);
}
