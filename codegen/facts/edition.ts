import type { Problems } from '../problems.ts';
import type { JsonFile } from '../read/json-files.ts';
import type { ParameterFile, ProtocolFile, RecordFile, RuleFile, Transport, WireFormFile } from '../read/shapes.ts';
import type { ProtocolSpec, Spec } from '../read/spec.ts';
import { belongsTo, parameterAt, versionNames } from './versions.ts';

/** The spec of one version of one protocol: what the facts are made of. */
export interface Edition {
  protocol: ProtocolFile;
  version: string;
  endpoints: readonly string[];
  transport: Transport;
  parameters: readonly (JsonFile<ParameterFile> & { topic: string })[];
  records: readonly JsonFile<RecordFile>[];
  rules: readonly JsonFile<RuleFile>[];
  errata: ProtocolSpec['errata'];
  /** Tables and examples of the documents, as they have them. */
  sources: ProtocolSpec['sources'];
  wireForms: ReadonlyMap<string, WireFormFile>;
  /** What each class of value means. */
  valueClasses: ReadonlyMap<string, string>;
}

/** One edition for each version that `protocol.json` lists. */
export function editionsOf(spec: Spec, protocol: ProtocolSpec, problems: Problems): Edition[] {
  const versions = versionNames(protocol);
  reportUnknownVersions(protocol, versions, problems);
  const wireForms = new Map(spec.wireForms.map(({ content }) => [content.wireForm, content]));
  const valueClasses = new Map(spec.valueClasses.flatMap(({ content }) => Object.entries(content.classes)));
  return protocol.protocol.content.versions.map(({ version, endpoints, transport }) => ({
    protocol: protocol.protocol.content,
    version,
    endpoints: endpoints ?? protocol.protocol.content.endpoints,
    transport: transport ?? protocol.protocol.content.transport ?? { methods: ['GET'], bulk: false },
    parameters: parametersOf(protocol, version, versions),
    records: protocol.records.map((file) => recordAt(file, version)),
    rules: protocol.rules.map((file) => ruleAt(file, version)).filter((file) => file !== undefined),
    errata: protocol.errata,
    sources: protocol.sources,
    wireForms,
    valueClasses,
  }));
}

function parametersOf(spec: ProtocolSpec, version: string, versions: string[]): Edition['parameters'] {
  return spec.parameters.flatMap(({ path, content }) => {
    const parameter = parameterAt(content, version, versions);
    return parameter === undefined ? [] : [{ path, content: parameter, topic: topicOf(path) }];
  });
}

/** `spec/piwik/parameters/visitor/cip.json` has the topic `visitor`. */
function topicOf(path: string): string {
  return path.split('/').slice(3, -1).join('/');
}

function recordAt({ path, content }: JsonFile<RecordFile>, version: string): JsonFile<RecordFile> {
  const columns = Object.entries(content.columns).filter(([, column]) => belongsTo(version, column.versions));
  return { path, content: { ...content, columns: Object.fromEntries(columns) } };
}

/** A rule whose requirements all belong to other versions is no rule of this one. */
function ruleAt({ path, content }: JsonFile<RuleFile>, version: string): JsonFile<RuleFile> | undefined {
  const requirements = content.requirements.filter(({ versions }) => belongsTo(version, versions));
  if (requirements.length === 0 && content.requirements.length > 0) return undefined;
  return { path, content: { ...content, requirements } };
}

function reportUnknownVersions(spec: ProtocolSpec, versions: string[], problems: Problems): void {
  const check = (path: string, listed: readonly string[]): void => {
    for (const version of listed) {
      if (versions.includes(version)) continue;
      problems.add(path, `names the version "${version}"`, `${spec.protocol.path} lists ${versions.join(', ')}.`);
    }
  };
  for (const { path, content } of spec.parameters) check(path, Object.keys(content['x-versions'] ?? {}));
  for (const { path, content } of spec.rules)
    check(
      path,
      content.requirements.flatMap((r) => r.versions ?? []),
    );
  for (const { path, content } of spec.records) {
    check(
      path,
      Object.values(content.columns).flatMap((column) => column.versions ?? []),
    );
  }
}
