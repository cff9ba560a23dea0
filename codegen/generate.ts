import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from './emit/emitter.ts';
import { factsFile } from './emit/facts.ts';
import { header } from './emit/header.ts';
import { indexFile } from './emit/index.ts';
import { tablesFile } from './emit/tables.ts';
import { editionsOf } from './facts/edition.ts';
import { factsOf } from './facts/facts.ts';
import { checkIdentities, checkRequirementIds } from './facts/identity.ts';
import { recordsOf } from './facts/records.ts';
import { checkReferences } from './facts/references.ts';
import { Problems, SpecError } from './problems.ts';
import { readSpec } from './read/spec.ts';

const emitters = [factsFile, tablesFile];

/**
 * Generates everything from the spec below `root`, in memory: path below `generated/` to text.
 * Throws a {@link SpecError} that names every fault of the spec.
 */
export async function generate(root: string, options: { partial?: boolean } = {}): Promise<Map<string, string>> {
  const sources = readSources(root, options);
  const files = new Map<string, string>();
  files.set('model.ts', header('model', 'codegen/model.ts') + readFileSync(join(root, 'codegen/model.ts'), 'utf8'));
  files.set('index.ts', indexFile(sources.map(({ facts }) => facts)));
  for (const source of sources) {
    for (const { file, text } of emitters) {
      files.set(`${source.facts.protocol}/${source.facts.version}/${file}`, await text(source));
    }
  }
  return files;
}

/** Reads and checks the spec below `root`, one source an edition; `partial` lets dangling references pass. */
export function readSources(root: string, { partial = false }: { partial?: boolean } = {}): Source[] {
  const problems = new Problems();
  const spec = readSpec(root, problems);
  checkIdentities(spec, problems);
  const sources = spec.protocols
    .flatMap((protocol) => editionsOf(spec, protocol, problems))
    .map((edition) => {
      const records = recordsOf(edition, problems);
      const facts = factsOf(edition, records);
      checkReferences(edition, facts, records, problems);
      checkRequirementIds(edition, problems);
      return { edition, facts, records, origin: `spec/${facts.protocol} (version ${facts.version})` };
    });
  const faults = problems.all.filter(({ dangling }) => !(partial && dangling === true));
  if (faults.length > 0) throw new SpecError(faults);
  return sources;
}
