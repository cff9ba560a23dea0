/** The sample as a document. */
import { dirname } from 'node:path';
import type { Mutant } from './mutants.ts';
import { killedShare, percent, type Score, short } from './score.ts';
import { type LeftOut, leftOut } from './semantics.ts';
import type { Fate, Verdict } from './trials.ts';

export interface Sample {
  /** All mutants there are. */
  mutants: readonly Mutant[];
  verdicts: readonly Verdict[];
  score: Score;
  seed: number;
  runs: number;
}

/** Markdown, without a date: the same verdicts give the same text. */
export function tableText({ mutants, verdicts, score, seed, runs }: Sample): string {
  return `<!-- Written by \`npm run stryker\`; do not edit. -->
# Mutants

Faults nobody planned: StrykerJS changes one expression of the reference server's semantics at a time, and the suite
runs against the changed server, ${runs} runs for each check, up to its first failure. It sees the server only through
HTTP and the records door. *Other answer*: every check passed, but where the ledger
allows several answers the report named another than that of the sound server. *Crashed*: the server did not start or broke down. *Timeout*: the run hung.
*Unreached*: no case runs through the changed code.

${verdicts.length} of ${mutants.length} mutants, drawn with seed ${seed}: ${percent(killedShare(score))} killed.

| folder | mutants | drawn | killed | other answer | crashed | timeout | equivalent | survived | unreached |
|---|---|---|---|---|---|---|---|---|---|
${foldersOf(mutants)
  .map((folder) => rowOf(folder, { mutants, verdicts, score }))
  .join('\n')}
${rowOf('', { mutants, verdicts, score })}

## Equivalent

No request shows these; [equivalents.json](../test/stryker/equivalents.json) holds them.

| where | what became of it | why nothing shows it |
|---|---|---|
${score.equivalents.map(equivalentRow).join('\n')}
${survivorsText(score)}
## Left out

${leftOut.map(leftOutText).join('\n')}
`;
}

function leftOutText({ files, declarations, properties = [], words, reason }: LeftOut): string {
  const named = [...files, ...declarations, ...properties].map((name) => `\`${name}\``);
  const texts = words === undefined ? [] : [`texts of functions like \`${words.source}\``];
  return `* ${[...named, ...texts].join(', ')}: ${reason}.`;
}

function survivorsText({ survivors }: Score): string {
  const rows = survivors.map(({ mutant }) => `| ${placeOf(mutant)} | ${changeOf(mutant)} |`);
  return rows.length === 0 ? '' : `\n## Survived\n\n| where | what became of it |\n|---|---|\n${rows.join('\n')}\n`;
}

function foldersOf(mutants: readonly Mutant[]): string[] {
  return [...new Set(mutants.map(({ file }) => dirname(file)))].sort();
}

/** Of one folder, or of all when it has no name. */
function rowOf(folder: string, { mutants, verdicts, score }: Pick<Sample, 'mutants' | 'verdicts' | 'score'>): string {
  const inside = ({ file }: Mutant) => folder === '' || dirname(file) === folder;
  const drawn = verdicts.filter(({ mutant }) => inside(mutant));
  const withFate = (fate: Fate) => drawn.filter((verdict) => verdict.fate === fate).length;
  const excused = score.equivalents.filter(({ verdict }) => inside(verdict.mutant));
  const left = (fate: Fate) => withFate(fate) - excused.filter(({ verdict }) => verdict.fate === fate).length;
  const cells = [
    folder === '' ? '**all**' : `\`${folder}\``,
    mutants.filter(inside).length,
    drawn.length,
    withFate('killed'),
    withFate('answered'),
    withFate('crashed'),
    withFate('timeout'),
    excused.length,
    left('survived'),
    left('unreached'),
  ];
  return `| ${cells.join(' | ')} |`;
}

function equivalentRow({ verdict: { mutant }, reason }: Score['equivalents'][number]): string {
  return `| ${placeOf(mutant)} | ${changeOf(mutant)} | ${reason} |`;
}

/** Without line numbers, which any edit moves. */
function placeOf({ file, line }: Mutant): string {
  return `\`${file}\`: ${codeCell(line)}`;
}

function changeOf({ code, replacement }: Mutant): string {
  return `${codeCell(short(code))} → ${codeCell(short(replacement))}`;
}

/** A bar would end the cell, and two backticks hold code that has one. */
function codeCell(code: string): string {
  return `\`\` ${code.replaceAll('|', '\\|')} \`\``;
}
