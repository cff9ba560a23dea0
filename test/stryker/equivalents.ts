/** Mutants that no request can tell from the sound server, each with its reason. */
import { readFileSync } from 'node:fs';
import { keyOf, type Place } from './mutants.ts';

export interface Equivalent extends Place {
  reason: string;
}

/** An entry as it is written: the only one of its kind has no number. */
type Entry = Omit<Equivalent, 'occurrence'> & { occurrence?: number };

const file = new URL('equivalents.json', import.meta.url);

export function readEquivalents(): Equivalent[] {
  const entries = JSON.parse(readFileSync(file, 'utf8')) as Entry[];
  return entries.map((entry) => ({ ...entry, occurrence: entry.occurrence ?? 1 }));
}

/** What is wrong with the entries themselves: each must name a mutant there is, once, and say why. */
export function complaintsAbout(equivalents: readonly Equivalent[], mutants: readonly Place[]): string[] {
  const known = new Set(mutants.map(keyOf));
  const seen = new Set<string>();
  return equivalents.flatMap((entry) => {
    const where = `equivalents.json: ${entry.file}, ${entry.mutator} of ${entry.code}`;
    const key = keyOf(entry);
    const complaints: string[] = [];
    if (!known.has(key)) complaints.push(`${where}: there is no such mutant: remove the entry, or bring it up to date`);
    if (seen.has(key)) complaints.push(`${where}: named twice: remove one`);
    if (entry.reason.trim() === '') complaints.push(`${where}: say why no request shows it`);
    seen.add(key);
    return complaints;
  });
}
