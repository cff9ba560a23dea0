/** The spec's files as TypeScript sees them, once the meta-schemas in `spec/meta` have accepted them. */
import type { Binds, Level, ProtocolName } from '../model.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ProtocolFile {
  protocol: ProtocolName;
  title: string;
  description: string;
  endpoints: string[];
  records?: string[];
  versions: ProtocolVersion[];
}

export interface ProtocolVersion {
  version: string;
  date: string;
  sources: string[];
  /** Given when this version answers under other names than the protocol's first. */
  endpoints?: string[];
}

export interface WireFormFile {
  wireForm: string;
  description: string;
  schema: JsonSchema;
  valueClasses: Record<string, Record<string, Level>>;
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
