import type { Source } from './emit/emitter.ts';
import { editionsOf } from './facts/edition.ts';
import { checkExamples } from './facts/examples.ts';
import { factsOf } from './facts/facts.ts';
import { checkIdentities, checkRequirementIds } from './facts/identity.ts';
import { recordsOf } from './facts/records.ts';
import { checkReferences } from './facts/references.ts';
import { checkSources } from './facts/sources.ts';
import { checkTraces, tracesOf } from './facts/traces.ts';
import { Problems, SpecError } from './problems.ts';
import type { JsonFile } from './read/json-files.ts';
import type { JsonSchema } from './read/shapes.ts';
import { type ProtocolSpec, readSpec, type Spec } from './read/spec.ts';

/** A spec without faults: one source an edition, and the schemas of the files that users write. */
export interface CheckedSpec {
  sources: readonly Source[];
  files: readonly JsonFile<JsonSchema>[];
}

/** Reads and checks the spec below `root`. Throws a {@link SpecError} that names every fault. */
export function checkedSpec(root: string): CheckedSpec {
  const problems = new Problems();
  const spec = readSpec(root, problems);
  checkIdentities(spec, problems);
  const sources = spec.protocols.flatMap((protocol) => sourcesOf(root, spec, protocol, problems));
  if (problems.all.length > 0) throw new SpecError(problems.all);
  return { sources, files: spec.files };
}

function sourcesOf(root: string, spec: Spec, protocol: ProtocolSpec, problems: Problems): Source[] {
  const traces = tracesOf(protocol);
  const ledger = new Set(protocol.errata.map(({ content }) => content.id));
  const sources = editionsOf(spec, protocol, problems).map((edition) => {
    const records = recordsOf(edition, problems);
    const facts = factsOf(edition, records);
    checkReferences(edition, facts, records, ledger, problems);
    checkRequirementIds(edition, problems);
    checkExamples(edition, problems);
    const traced = edition.sources.length > 0 ? traces : {};
    return { edition, facts, records, traces: traced, origin: `spec/${facts.protocol} (version ${facts.version})` };
  });
  const versions = sources.map(({ facts }) => facts);
  checkTraces(root, protocol, versions, problems);
  checkSources(protocol, versions, problems);
  return sources;
}
