/** What the generated facts look like. The emitter copies this file to `generated/model.ts` beside them. */

export type ProtocolName = 'piwik' | 'snowplow';
export type Level = 'MUST' | 'SHOULD' | 'MAY';
/** Whom a requirement binds: the tracker that stores, the client that sends, or both. */
export type Binds = 'server' | 'client' | 'both';

/** How the records door and every reader write a value: see the contracts in the README of `reference-server`. */
export type ColumnKind =
  | 'integer'
  | 'boolean'
  | 'decimal'
  | 'text'
  | 'date'
  | 'time'
  | 'timestamp'
  | 'binary'
  | 'ip'
  | 'json';

/** One stored column. `type` is the SQL type as the spec writes it, `length` its characters or bytes. */
export interface Column {
  record: string;
  column: string;
  type: string;
  kind: ColumnKind;
  length?: number;
  nullable: boolean;
  /** The parameters that fill it; empty when only a rule does. */
  parameters: readonly string[];
  /** The rule that fills it, when no parameter does so alone. */
  rule?: string;
  /** The row's own number, given by the store. */
  key?: true;
  description: string;
}

/** Where requests go: the end of a URL's path, perhaps with placeholders, and what it takes. */
export interface Route {
  /** `matomo.php`, `com.snowplowanalytics.snowplow/tp2`, `{vendor}/{version}`. */
  path: string;
  methods: readonly ('GET' | 'POST')[];
  /** What the body of a POST may be: `form`, or the name of a body that carries several hits. */
  bodies: readonly string[];
}

/** The column a parameter fills; a parameter's list is in the order in which its wire form yields values. */
export interface ParameterColumn {
  record: string;
  column: string;
  type: string;
  kind: ColumnKind;
  decision?: string;
}

export interface Example {
  wire: string;
  stored: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Parameter {
  /** As it is sent; a family, whose names differ by a number, ends with N: `dimensionN`. */
  name: string;
  /** Regular expression of the names of a family. */
  names?: string;
  topic: string;
  description: string;
  wireForm: string;
  columns: readonly ParameterColumn[];
  level: 'required' | 'recommended' | 'optional';
  status: 'implemented' | 'proposed' | 'observed' | 'plugin';
  authentication: 'none' | 'admin';
  rule?: string;
  decision?: string;
  source: string;
  /** No longer to be sent, though servers still know it. */
  deprecated?: true;
  /** Read in the query of a request only, not in the events of a body. */
  queryOnly?: true;
  /** The closed list of values, when the spec has one. */
  values?: readonly string[];
  examples: readonly Example[];
}

/** `valueClasses` tells for each class of value at which level it must be stored; a class not named is not drawn. */
export interface WireFormFacts {
  wireForm: string;
  description: string;
  valueClasses: Readonly<Record<string, Level>>;
}

export interface Requirement {
  id: string;
  level: Level;
  binds: Binds;
  sentence: string;
  source: string;
  rule?: string;
  parameter?: string;
  /** Why a client written for the version before breaks by it. */
  breaks?: string;
}

export interface Rule {
  rule: string;
  description: string;
  source: string;
  constants: Readonly<Record<string, string | number | readonly string[]>>;
  requirements: readonly string[];
}

/** One contradiction, TODO or silence of the sources, with the named answers a target may give. */
export interface LedgerEntry {
  id: string;
  question: string;
  says: readonly { source: string; text: string }[];
  ruling: string;
  reason: string;
  answers: Readonly<Record<string, string>>;
}

export interface Facts {
  protocol: ProtocolName;
  version: string;
  title: string;
  /** Last path segments under which a tracker of this protocol answers. */
  endpoints: readonly string[];
  routes: readonly Route[];
  parameters: Readonly<Record<string, Parameter>>;
  wireForms: Readonly<Record<string, WireFormFacts>>;
  /** Record name to its columns, in table order. */
  records: Readonly<Record<string, readonly Column[]>>;
  requirements: Readonly<Record<string, Requirement>>;
  rules: Readonly<Record<string, Rule>>;
  ledger: Readonly<Record<string, LedgerEntry>>;
}

/** Where the spec keeps one clause of a source document; `closed` says why a clause asks for nothing. */
export interface Trace {
  section: string;
  requirements?: readonly string[];
  ledger?: string;
  /** A spec file, perhaps with a JSON pointer after `#`. */
  fact?: string;
  closed?: 'reports' | 'person' | 'undefined';
  why?: string;
}

/** One fault of a file that a user wrote: `path` is a JSON path such as `$.sites[0].id`. */
export interface FileFault {
  path: string;
  message: string;
}
