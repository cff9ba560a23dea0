import { UsageError } from './errors.ts';

/** Where one drawn case stands: `piwik.visit/piwik.visit.new/42/17:0:3`. */
export interface Replay {
  experiment: string;
  requirement: string;
  /** Seed of the run, not of the experiment. */
  seed: number;
  /** Number of the case and, after each colon, of the shrink taken. */
  path: string;
}

export function formatReplay({ experiment, requirement, seed, path }: Replay): string {
  return `${experiment}/${requirement}/${seed}/${path}`;
}

/** @throws UsageError when the token was not made by {@link formatReplay} */
export function parseReplay(token: string): Replay {
  const match = /^([^/]+)\/([^/]+)\/(-?\d+)\/(\d+(?::\d+)*)$/.exec(token);
  if (!match) {
    throw new UsageError(
      `--replay ${token}: expected experiment/requirement/seed/path, as a failure prints it; copy the whole token`,
    );
  }
  const [, experiment = '', requirement = '', seed = '', path = ''] = match;
  return { experiment, requirement, seed: Number(seed), path };
}
