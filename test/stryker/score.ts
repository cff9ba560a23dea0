/** What the verdicts of a sample come to, and what is wrong with it. */
import type { Equivalent } from './equivalents.ts';
import { keyOf } from './mutants.ts';
import type { Fate, Verdict } from './trials.ts';

export const leastKilled = 0.9;
export const mostEquivalent = 0.05;

export interface Score {
  /** How many had each fate; an equivalent is no survivor here. */
  counts: Record<Fate | 'equivalent', number>;
  /** Mutants that nothing told from the sound server, and that no file excuses. */
  survivors: Verdict[];
  equivalents: { verdict: Verdict; reason: string }[];
  /** Mutants that a file excuses, although the suite sees them. */
  stale: Verdict[];
}

export function scoreOf(verdicts: readonly Verdict[], known: readonly Equivalent[]): Score {
  const reasons = new Map(known.map((entry) => [keyOf(entry), entry.reason]));
  const counts: Score['counts'] = {
    killed: 0,
    answered: 0,
    crashed: 0,
    timeout: 0,
    survived: 0,
    unreached: 0,
    equivalent: 0,
  };
  const score: Score = { counts, survivors: [], equivalents: [], stale: [] };
  for (const verdict of verdicts) {
    const reason = reasons.get(keyOf(verdict.mutant));
    const unseen = verdict.fate === 'survived' || verdict.fate === 'unreached';
    const excused = unseen && reason !== undefined;
    counts[excused ? 'equivalent' : verdict.fate] += 1;
    if (excused) score.equivalents.push({ verdict, reason });
    else if (unseen) score.survivors.push(verdict);
    else if (reason !== undefined) score.stale.push(verdict);
  }
  return score;
}

/** Share of the sample that the suite saw. */
export function killedShare({ counts }: Score): number {
  const { killed, answered, crashed, timeout, survived, unreached, equivalent } = counts;
  const seen = killed + answered + crashed + timeout;
  return seen / Math.max(1, seen + survived + unreached + equivalent);
}

/** Sentences, none when the sample is as it must be. */
export function complaintsOf(score: Score): string[] {
  const { counts, survivors, equivalents, stale } = score;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const complaints = survivors.map(
    ({ fate, mutant: { at, code, replacement } }) =>
      `${fate}: ${at}: ${short(code)} became ${short(replacement)}: let a check see it, or give the reason in equivalents.json`,
  );
  complaints.push(
    ...stale.map(({ mutant: { at }, named }) => `stale: ${at} is excused, and ${named ?? 'its crash'} shows it`),
  );
  if (killedShare(score) < leastKilled)
    complaints.push(`${percent(killedShare(score))} killed; at least ${percent(leastKilled)} are expected`);
  if (equivalents.length > mostEquivalent * all)
    complaints.push(
      `${equivalents.length} of ${all} are called equivalent; at most ${percent(mostEquivalent)} are allowed`,
    );
  return complaints;
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** Of code of several lines, the first. */
export function short(code: string): string {
  const [first = '', ...rest] = code.split('\n');
  return rest.length > 0 ? `${first} …` : first;
}
