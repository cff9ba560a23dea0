import type { RecordFacts } from '../../facts/records.ts';
import type { Column } from '../../model.ts';
import type { Source } from '../emitter.ts';
import { anchor, code, prose, table } from './markdown.ts';

/** What is stored, table by table. */
export function records({ records }: Source): string {
  return records.map(section).join('\n');
}

function section({ record, description, source, columns }: RecordFacts): string {
  const rows = columns.map((column) => [
    code(column.column),
    column.type,
    column.nullable ? 'yes' : 'no',
    filledBy(column),
    prose(column.description),
  ]);
  const text = description === '' ? '' : `${prose(description)} Source: ${prose(source)}.\n\n`;
  return `### Record ${record}\n\n${text}${table(['column', 'type', 'may be NULL', 'filled by', 'what it holds'], rows)}`;
}

function filledBy({ parameters, rule, key }: Column): string {
  if (key === true) return 'the store: a number that grows with each row';
  const names = parameters.map((name) => `[${code(name)}](#${anchor(`parameter-${name}`)})`);
  const rules = rule === undefined ? [] : [`rule [${rule}](#${anchor(`rule-${rule}`)})`];
  return [...names, ...rules].join(', ') || 'the server';
}
