/** The spec's files as TypeScript sees them, once the meta-schemas in `spec/meta` have accepted them. */
import type { Binds, Level, Parameter, ProtocolName, Trace } from '../model.ts';

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
  /** What the body of a POST request may be: `form`, or the name of a file in `bodies/`. */
  bodies: string[];
}

export interface ProtocolVersion {
  version: string;
  date: string;
  sources: string[];
  /** Documents whose tables, examples, clauses and ledger belong to this version. */
  documents?: string[];
  title?: string;
  description?: string;
  /** Given when this version answers under other names than the protocol's first. */
  endpoints?: string[];
  transport?: Transport;
  /** Given when its end points are more than one path segment, or do not all take the same. */
  routes?: RouteOfVersion[];
}

export interface RouteOfVersion {
  path: string;
  methods: ('GET' | 'POST')[];
  bodies?: string[];
  /** True when it answers by sending the browser on to another address. */
  redirects?: true;
}

/** A body that carries several hits. In its schema, `{ "$ref": "#/hit" }` stands for one hit as an object of texts. */
export interface BodyFile {
  body: string;
  /** A bulk body holds whole requests, a batch holds objects of parameters. */
  kind: 'bulk' | 'batch';
  description: string;
  source: string;
  contentType: string;
  schema: JsonSchema;
  hit?: { required: string[] };
  /** Of the body's own content type unless it names another. */
  answer: { contentType?: string; schema: JsonSchema };
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
  /** Regular expression of the names of a family, whose file is called after its name with N for the number. */
  'x-names'?: string;
  in: 'query';
  required: boolean;
  deprecated?: boolean;
  description: string;
  schema: JsonSchema;
  'x-wire-form': string;
  'x-columns': ColumnOfParameter[];
  'x-level': 'required' | 'recommended' | 'optional';
  'x-status': Parameter['status'];
  'x-authentication': 'none' | 'admin';
  'x-query-only'?: true;
  /** The level at which clients are bound to the form, where servers store other texts too. */
  'x-form-level'?: Level;
  'x-rule'?: string;
  'x-decision'?: string;
  'x-source': string;
  'x-examples': { wire: string; stored: Record<string, string | number | boolean | null> }[];
  /** What differs from a version on: `added`, `removed`, or fields that replace those of the file; null takes one away. */
  'x-versions'?: Record<string, VersionChange>;
}

export type VersionChange = Partial<Omit<ParameterFile, 'name' | 'x-versions' | 'x-rule' | 'x-decision'>> & {
  added?: true;
  removed?: true;
  /** Column to its SQL type, where only the types of columns differ. */
  'x-column-types'?: Record<string, string>;
  'x-rule'?: string | null;
  'x-decision'?: string | null;
};

/** A change that stands in a file of its own. */
export interface ParameterChangeFile {
  name: string;
  version: string;
  change: VersionChange;
}

export interface RecordFile {
  record: string;
  description: string;
  source: string;
  /** The versions of the columns that name none themselves; all when absent. */
  versions?: string[];
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
  /** The versions of the constants, and of the requirements that name none themselves; all when absent. */
  versions?: string[];
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
  /** Why a client written for the version before breaks by it; computed differences need none. */
  breaks?: string;
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
