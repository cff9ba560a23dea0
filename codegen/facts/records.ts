import type { Column } from '../model.ts';
import type { Problems } from '../problems.ts';
import type { Edition } from './edition.ts';
import { kindOf, lengthOf } from './sql-types.ts';

/** A table: the columns its record files name, then those that parameters declare. */
export interface RecordFacts {
  record: string;
  description: string;
  source: string;
  columns: readonly Column[];
  indexes: readonly { columns: readonly string[]; unique: boolean }[];
}

interface Draft extends Omit<RecordFacts, 'columns' | 'indexes'> {
  columns: Map<string, DraftColumn>;
  indexes: { columns: readonly string[]; unique: boolean }[];
}

interface DraftColumn {
  column: Column & { parameters: string[] };
  /** The file that gave the column its type first. */
  path: string;
}

/** All tables of an edition, in the protocol's order. Two types for one column are a problem. */
export function recordsOf(edition: Edition, problems: Problems): RecordFacts[] {
  const drafts = new Map<string, Draft>();
  for (const record of edition.protocol.records ?? []) drafts.set(record, emptyDraft(record));
  for (const file of edition.records) addRecordFile(drafts, file, edition, problems);
  for (const { path, content } of edition.parameters) {
    for (const { record, column, type } of content['x-columns']) {
      const draft = drafts.get(record);
      if (draft === undefined) {
        problems.add(path, `fills the unknown record "${record}"`, recordsRemedy(edition));
        continue;
      }
      const filled = addColumn(draft, path, { record, column, type, description: content.description }, problems);
      if (!filled.parameters.includes(content.name)) filled.parameters.push(content.name);
    }
  }
  return [...drafts.values()].map((draft) => finish(draft));
}

function emptyDraft(record: string): Draft {
  return { record, description: '', source: '', columns: new Map(), indexes: [] };
}

function recordsRemedy({ protocol }: Edition): string {
  return `Use one of ${(protocol.records ?? []).join(', ')}, or list it in spec/${protocol.protocol}/protocol.json.`;
}

function addRecordFile(
  drafts: Map<string, Draft>,
  { path, content }: Edition['records'][number],
  edition: Edition,
  problems: Problems,
): void {
  const draft = drafts.get(content.record);
  if (draft === undefined) {
    problems.add(path, `describes the unknown record "${content.record}"`, recordsRemedy(edition));
    return;
  }
  // A long table is written as several files; the first one (by path) introduces the record.
  draft.description ||= content.description;
  draft.source ||= content.source;
  for (const [name, { type, nullable, key, index, rule, description }] of Object.entries(content.columns)) {
    const column = addColumn(draft, path, { record: content.record, column: name, type, description }, problems);
    column.nullable = (nullable ?? true) && key !== true;
    if (key === true) column.key = true;
    if (rule !== undefined) column.rule = rule;
    if (index === true) draft.indexes.push({ columns: [name], unique: false });
  }
  for (const { columns, unique } of content.indexes ?? []) draft.indexes.push({ columns, unique: unique ?? false });
}

function addColumn(
  draft: Draft,
  path: string,
  { record, column, type, description }: Pick<Column, 'record' | 'column' | 'type' | 'description'>,
  problems: Problems,
): DraftColumn['column'] {
  const known = draft.columns.get(column);
  if (known === undefined) {
    const length = lengthOf(type);
    const sized = length === undefined ? {} : { length };
    const fresh = { record, column, type, kind: kindOf(type), ...sized, nullable: true, parameters: [], description };
    draft.columns.set(column, { column: fresh, path });
    return fresh;
  }
  if (known.column.type !== type) {
    problems.add(
      path,
      `gives ${record}.${column} the type ${type}, but ${known.path} gives it ${known.column.type}`,
      'Write the same type in both files.',
    );
  }
  return known.column;
}

function finish(draft: Draft): RecordFacts {
  const columns = [...draft.columns.values()].map(({ column }) => column);
  // The row's own number stands first, as in the tables these columns were read from.
  return { ...draft, columns: [...columns.filter(({ key }) => key), ...columns.filter(({ key }) => !key)] };
}
