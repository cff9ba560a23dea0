/** Facts of a target as a `--target` file holds them; published as `spec/files/target.schema.json`. */
import type { ProtocolName } from '../../../generated/model.ts';

export interface TargetFile {
  name?: string;
  protocols: readonly { protocol: ProtocolName; version: string }[];
  /** The first is used unless another is named. */
  sites?: readonly TargetSite[];
  options?: Readonly<Record<string, unknown>>;
  /** Left out: all are claimed. */
  features?: readonly string[];
  expectedFailures?: readonly ExpectedFailure[];
}

export interface TargetSite {
  id: number;
  urls?: readonly string[];
  /** IANA name. */
  timeZone?: string;
  ecommerce?: boolean;
  goals?: readonly TargetGoal[];
}

export interface TargetGoal {
  id: number;
  match: 'manually' | 'url' | 'title' | 'file' | 'external_website';
  pattern?: string;
  patternType?: 'contains' | 'exact' | 'regex';
  caseSensitive?: boolean;
  /** Default revenue, a decimal as text; `0` unless given. */
  revenue?: string;
  /** May convert more than once a visit. */
  multiple?: boolean;
}

export interface ExpectedFailure {
  /** Id or glob of requirements, or of checks when it has a slash. */
  requirement: string;
  reason: string;
  /** Last day on which it is accepted, `YYYY-MM-DD`. */
  expires?: string;
}
