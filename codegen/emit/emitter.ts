import type { Edition } from '../facts/edition.ts';
import type { RecordFacts } from '../facts/records.ts';
import type { Facts, Trace } from '../model.ts';

/** What an emitter is given: one version of one protocol, as the spec has it and as facts. */
export interface Source {
  edition: Edition;
  facts: Facts;
  records: readonly RecordFacts[];
  traces: Readonly<Record<string, Trace>>;
  /** Where the spec lies, for headers: `spec/piwik (version 2.0)`. */
  origin: string;
}

/** Writes one generated file; `text` includes its header. */
export interface Emitter {
  /** File name within `generated/<protocol>/<version>/`. */
  file: string;
  text(source: Source): string | Promise<string>;
}
