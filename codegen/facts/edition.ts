import type { Problems } from '../problems.ts';
import type { JsonFile } from '../read/json-files.ts';
import type {
  BodyFile,
  ParameterFile,
  ProtocolFile,
  ProtocolVersion,
  RecordFile,
  RuleFile,
  WireFormFile,
} from '../read/shapes.ts';
import type { ProtocolSpec, Spec } from '../read/spec.ts';
import { type EditionRoute, routesOf } from './routes.ts';
import { belongsTo, parameterAt, versionNames } from './versions.ts';

/** The spec of one version of one protocol: what the facts are made of. */
export interface Edition {
  protocol: ProtocolFile;
  version: string;
  title: string;
  description: string;
  endpoints: readonly string[];
  routes: readonly EditionRoute[];
  /** The bodies its routes name, by name. */
  bodies: ReadonlyMap<string, BodyFile>;
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
  return protocol.protocol.content.versions.map((entry) => {
    const { version, documents = [] } = entry;
    return {
      protocol: protocol.protocol.content,
      version,
      title: entry.title ?? protocol.protocol.content.title,
      description: entry.description ?? protocol.protocol.content.description,
      ...transportOf(protocol, entry, problems),
      parameters: parametersOf(protocol, version, versions),
      records: protocol.records.map((file) => recordAt(file, version)).filter((file) => file !== undefined),
      rules: protocol.rules.map((file) => ruleAt(file, version)).filter((file) => file !== undefined),
      // The ledger settles what documents contradict or leave open: a version written from none has no ledger.
      errata: documents.length > 0 ? protocol.errata : [],
      sources: protocol.sources.filter(({ content }) => documents.includes(content.source)),
      wireForms,
      valueClasses,
    };
  });
}

function transportOf(
  { protocol, bodies }: ProtocolSpec,
  version: ProtocolVersion,
  problems: Problems,
): Pick<Edition, 'endpoints' | 'routes' | 'bodies'> {
  const endpoints = version.endpoints ?? protocol.content.endpoints;
  const routes = routesOf(protocol.content, version, endpoints);
  const named = new Set(routes.flatMap((route) => route.bodies));
  const known = new Map(bodies.map(({ content }) => [content.body, content]));
  for (const name of named) {
    if (name === 'form' || known.has(name)) continue;
    const remedy = `Write spec/${protocol.content.protocol}/bodies/${name}.json.`;
    problems.add(protocol.path, `names the body "${name}", which does not exist`, remedy);
  }
  return { endpoints, routes, bodies: new Map([...known].filter(([name]) => named.has(name))) };
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

/** A file whose columns all belong to other versions is no file of this one. */
function recordAt({ path, content }: JsonFile<RecordFile>, version: string): JsonFile<RecordFile> | undefined {
  const all = Object.entries(content.columns);
  const columns = all.filter(([, column]) => belongsTo(version, column.versions ?? content.versions));
  if (columns.length === 0 && all.length > 0) return undefined;
  return { path, content: { ...content, columns: Object.fromEntries(columns) } };
}

/** A rule whose requirements all belong to other versions is no rule of this one. */
function ruleAt({ path, content }: JsonFile<RuleFile>, version: string): JsonFile<RuleFile> | undefined {
  const requirements = content.requirements.filter(({ versions }) => belongsTo(version, versions ?? content.versions));
  const own = belongsTo(version, content.versions);
  if (requirements.length === 0 && (content.requirements.length > 0 || !own)) return undefined;
  return { path, content: { ...content, requirements, constants: own ? (content.constants ?? {}) : {} } };
}

function reportUnknownVersions(spec: ProtocolSpec, versions: string[], problems: Problems): void {
  const check = (path: string, listed: readonly string[]): void => {
    for (const version of listed) {
      if (versions.includes(version)) continue;
      problems.add(path, `names the version "${version}"`, `${spec.protocol.path} lists ${versions.join(', ')}.`);
    }
  };
  for (const { path, content } of spec.parameters) check(path, Object.keys(content['x-versions'] ?? {}));
  for (const { path, content } of spec.rules) check(path, versionsIn([content, ...content.requirements]));
  for (const { path, content } of spec.records) check(path, versionsIn([content, ...Object.values(content.columns)]));
}

function versionsIn(things: readonly { versions?: string[] }[]): string[] {
  return things.flatMap(({ versions }) => versions ?? []);
}
