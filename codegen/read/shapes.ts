/** The spec's files as TypeScript sees them, once the meta-schemas in `spec/meta` have accepted them. */
import type { Binds, Level, ProtocolName, Trace } from '../model.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ProtocolFile {
  protocol: ProtocolName;
  title: string;
  description: string;
  endpoints: string[];
  records?: string[];
  transport?: Transport;
  versions: ProtocolVersion[];
}

/** How requests reach a tracker; without it they are GET requests, one hit each. */
export interface Transport {
  methods: ('GET' | 'POST')[];
  /** True when the body of a POST request may carry several hits as JSON. */
  bulk: boolean;
}

export interface ProtocolVersion {
  version: string;
  date: string;
  sources: string[];
  /** Given when this version answers under other names than the protocol's first. */
  endpoints?: string[];
  transport?: Transport;
}

export interface WireFormFile {
  wireForm: string;
  description: string;
  schema: JsonSchema;
  valueClasses: Record<string, Record<string, Level>>;
}

/** What classes of value mean, for all wire forms that name the class. */
export interface ValueClassesFile {
  kind: string;
  classes: Record<string, string>;
}

export interface ColumnOfParameter {
  record: string;
  column: string;
  type: string;
  decision?: string;
}

export interface ParameterFile {
  name: string;
  in: 'query';
  required: boolean;
  deprecated?: boolean;
  description: string;
  schema: JsonSchema;
  'x-wire-form': string;
  'x-columns': ColumnOfParameter[];
  'x-level': 'required' | 'recommended' | 'optional';
  'x-status': 'implemented' | 'proposed' | 'observed';
  'x-authentication': 'none' | 'admin';
  'x-rule'?: string;
  'x-decision'?: string;
  'x-source': string;
  'x-examples': { wire: string; stored: Record<string, string | number | boolean | null> }[];
  /** What differs from a version on: `added`, `removed`, or fields that replace those of the file. */
  'x-versions'?: Record<string, VersionChange>;
}

export type VersionChange = Partial<Omit<ParameterFile, 'name' | 'x-versions'>> & { added?: true; removed?: true };

export interface RecordFile {
  record: string;
  description: string;
  source: string;
  columns: Record<string, ColumnOfRecord>;
  indexes?: { columns: string[]; unique?: boolean }[];
}

export interface ColumnOfRecord {
  type: string;
  nullable?: boolean;
  key?: true;
  index?: boolean;
  rule?: string;
  description: string;
  versions?: string[];
}

export interface RuleFile {
  rule: string;
  description: string;
  source: string;
  constants?: Record<string, string | number | string[]>;
  requirements: RequirementOfRule[];
}

export interface RequirementOfRule {
  id: string;
  level: Level;
  binds: Binds;
  sentence: string;
  source: string;
  parameter?: string;
  versions?: string[];
}

export interface ErrataFile {
  id: string;
  question: string;
  says: { source: string; text: string }[];
  ruling: string;
  reason: string;
  answers: Record<string, string>;
}

export interface TraceFile {
  section: string;
  clauses: Record<string, Omit<Trace, 'section'>>;
}

/** A section of a source document: its table and examples as the document has them. */
export interface SourceFile {
  source: string;
  section: string;
  table?: { columns: string[]; rows: string[][] };
  examples?: SourceExample[];
}

export interface SourceExample {
  name: string;
  form: 'literal' | 'repaired';
  slip?: string;
  method?: 'GET' | 'POST';
  request: string;
  decision?: string;
  stored: { record: string; columns: Record<string, string | number | boolean | null> }[];
}
