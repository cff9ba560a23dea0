/** The sample is what its seed says, and each excuse still names a mutant there is. */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draw } from './draw.ts';
import { complaintsAbout, readEquivalents } from './equivalents.ts';
import { instrument, keyOf } from './mutants.ts';
import { leftOut, root, semanticFiles } from './semantics.ts';

const { mutants, sources } = await instrument(semanticFiles());

describe('mutants', () => {
  it('are told apart by what the excuses name', () => {
    expect(new Set(mutants.map(keyOf)).size).toBe(mutants.length);
    expect(mutants.length).toBeGreaterThan(2000);
  });

  it('name what their line holds', () => {
    expect(mutants.filter(({ line, code }) => !line.includes(code.split('\n')[0] ?? ''))).toEqual([]);
  });

  it('stand behind their switches', () => {
    const wanted = mutants.filter(({ file, id }) => !sources.get(file)?.includes(`stryMutAct_9fa48("${id}")`));
    expect(wanted.map(({ at }) => at)).toEqual([]);
  });
});

describe('what is left out', () => {
  it('is there, each name once', () => {
    const read = semanticFiles().map((file) => readFileSync(resolve(root, file), 'utf8'));
    const declared = leftOut
      .flatMap(({ declarations }) => declarations)
      .map((name) => [name, read.filter((text) => new RegExp(`(?:function|const) ${name}\\b`).test(text)).length]);
    expect(declared.filter(([, count]) => count !== 1)).toEqual([]);
    const globs = leftOut.flatMap(({ files }) => files);
    expect(globs.filter((glob) => globSync(glob, { cwd: root }).length === 0)).toEqual([]);
  });
});

describe('the sample', () => {
  const drawn = draw(mutants, 300, 1);

  it('is the same for the same seed, and another for another', () => {
    expect(drawn).toHaveLength(300);
    expect(draw(mutants, 300, 1)).toEqual(drawn);
    expect(draw(mutants, 300, 2)).not.toEqual(drawn);
  });

  it('keeps its members when a file changes', () => {
    const changed = mutants.filter(({ file }) => file !== drawn[0]?.file);
    const kept = new Set(draw(changed, 300, 1).map(keyOf));
    const others = drawn.filter(({ file }) => file !== drawn[0]?.file);
    expect(others.filter((mutant) => !kept.has(keyOf(mutant)))).toEqual([]);
  });
});

describe('the file of equivalents', () => {
  it('names mutants there are, each once and with its reason', () => {
    expect(complaintsAbout(readEquivalents(), mutants)).toEqual([]);
  });

  it('is told what is wrong with it', () => {
    const [mutant] = mutants as [(typeof mutants)[number]];
    const entry = { ...mutant, reason: 'nobody can see it' };
    expect(complaintsAbout([entry], mutants)).toEqual([]);
    expect(complaintsAbout([entry, entry], mutants).join()).toContain('named twice');
    expect(complaintsAbout([{ ...entry, code: 'gone' }], mutants).join()).toContain('there is no such mutant');
    expect(complaintsAbout([{ ...entry, reason: ' ' }], mutants).join()).toContain('say why');
  });
});
