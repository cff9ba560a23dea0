import type { Level, Parameter, ProtocolName, Requirement, Route } from '../../generated/model.ts';

/** What differs between two versions of one protocol. */
export interface Difference {
  protocol: ProtocolName;
  from: string;
  to: string;
  endpoints: { added: Endpoint[]; removed: Endpoint[]; changed: ChangedEndpoint[] };
  parameters: { added: Named[]; removed: Named[]; changed: ChangedParameter[]; unchanged: number };
  /** Of all records, as \`record.column\`. */
  columns: { added: string[]; removed: string[]; changed: { column: string; from: string; to: string }[] };
  requirements: { added: Sentence[]; removed: Sentence[]; changed: ChangedRequirement[] };
  /** What a client written for the first version runs into at a server of the second. */
  breaking: Breaking[];
}

export type Endpoint = Route;

export interface ChangedEndpoint {
  path: string;
  changes: Change[];
}

/** A parameter that only one of the versions has. */
export type Named = Pick<Parameter, 'name' | 'wireForm' | 'level' | 'status' | 'description'> & { columns: string[] };

export interface ChangedParameter {
  name: string;
  changes: Change[];
}

/** One field of a parameter or end point; a list is written with commas, and nothing as an empty text. */
export interface Change {
  what: 'form' | 'values' | 'level' | 'status' | 'authentication' | 'columns' | 'place' | 'methods' | 'bodies';
  from: string;
  to: string;
}

export type Sentence = Pick<Requirement, 'id' | 'level' | 'binds' | 'sentence'>;

export interface ChangedRequirement {
  id: string;
  from: Level;
  to: Level;
}

export interface Breaking {
  /** The parameter, end point or requirement. */
  what: string;
  why: string;
}
