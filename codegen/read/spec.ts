import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problems } from '../problems.ts';
import { readFileSchemas } from './file-schemas.ts';
import { type JsonFile, readJson, readJsonFolder } from './json-files.ts';
import { type MetaSchemas, readMetaSchemas } from './meta-schemas.ts';
import { readParameters } from './parameters.ts';
import type {
  BodyFile,
  ErrataFile,
  JsonSchema,
  ParameterFile,
  ProtocolFile,
  RecordFile,
  RuleFile,
  SourceFile,
  TraceFile,
  ValueClassesFile,
  WireFormFile,
} from './shapes.ts';

/** Everything `spec/` says of one protocol, before any version is chosen. */
export interface ProtocolSpec {
  protocol: JsonFile<ProtocolFile>;
  bodies: JsonFile<BodyFile>[];
  parameters: JsonFile<ParameterFile>[];
  records: JsonFile<RecordFile>[];
  rules: JsonFile<RuleFile>[];
  errata: JsonFile<ErrataFile>[];
  traces: JsonFile<TraceFile>[];
  sources: JsonFile<SourceFile>[];
}

export interface Spec {
  wireForms: JsonFile<WireFormFile>[];
  valueClasses: JsonFile<ValueClassesFile>[];
  protocols: ProtocolSpec[];
  /** JSON Schemas of the files that users write and read. */
  files: JsonFile<JsonSchema>[];
}

/** Folders of `spec/` that hold no protocol. */
const otherFolders = new Set(['meta', 'wire-forms', 'value-classes', 'files']);

/** Folders of a protocol. */
const folders = new Set(['bodies', 'changes', 'parameters', 'records', 'rules', 'errata', 'sources', 'trace']);

/** Reads `spec/` below `root`. Missing folders are empty; a file that breaks its meta-schema is a problem and left out. */
export function readSpec(root: string, problems: Problems): Spec {
  const meta = readMetaSchemas(root, problems);
  const wireForms = readKind<WireFormFile>(root, 'spec/wire-forms', 'wire-form', meta, problems);
  const valueClasses = readKind<ValueClassesFile>(root, 'spec/value-classes', 'value-classes', meta, problems);
  const protocols: ProtocolSpec[] = [];
  for (const folder of foldersOf(join(root, 'spec'))) {
    if (otherFolders.has(folder)) continue;
    const protocol = readProtocol(root, `spec/${folder}`, meta, problems);
    if (protocol !== undefined) protocols.push(protocol);
  }
  const files = readFileSchemas(root, problems);
  return { wireForms, valueClasses, protocols, files };
}

function readProtocol(root: string, folder: string, meta: MetaSchemas, problems: Problems): ProtocolSpec | undefined {
  for (const name of foldersOf(join(root, folder))) {
    if (folders.has(name)) continue;
    problems.add(`${folder}/${name}`, 'is a folder that nothing reads', `Use one of ${[...folders].join(', ')}.`);
  }
  const file = readJson(root, `${folder}/protocol.json`, problems);
  if (file === undefined || !meta.accepts('protocol', file, problems)) return undefined;
  return {
    protocol: file as JsonFile<ProtocolFile>,
    bodies: readKind(root, `${folder}/bodies`, 'body', meta, problems),
    parameters: readParameters(root, folder, meta, problems),
    records: readKind(root, `${folder}/records`, 'record', meta, problems),
    rules: readKind(root, `${folder}/rules`, 'rule', meta, problems),
    errata: readKind(root, `${folder}/errata`, 'errata', meta, problems),
    traces: readKind(root, `${folder}/trace`, 'trace', meta, problems),
    sources: readKind(root, `${folder}/sources`, 'source', meta, problems),
  };
}

function readKind<Content>(
  root: string,
  folder: string,
  kind: string,
  meta: MetaSchemas,
  problems: Problems,
): JsonFile<Content>[] {
  const files = readJsonFolder(root, folder, problems);
  return files.filter((file): file is JsonFile<Content> => meta.accepts(kind, file, problems));
}

function foldersOf(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
