import type { SourceExample } from '../../read/shapes.ts';
import type { Source } from '../emitter.ts';
import { code, codeBlock, prose, table } from './markdown.ts';

/** Every example of the sources, with the rows a conforming server stores for it. */
export function examples({ edition }: Source): string {
  const sections = edition.sources.filter(({ content }) => (content.examples ?? []).length > 0);
  return sections
    .map(({ content: { source, section, examples = [] } }) => {
      return `### ${prose(section)}\n\nFrom ${prose(source)}.\n\n${examples.map(exampleText).join('\n')}`;
    })
    .join('\n');
}

function exampleText({ name, form, slip, method, request, decision, stored }: SourceExample): string {
  const notes = [
    form === 'repaired' ? 'A slip of the source is repaired.' : 'As the source has it.',
    ...(slip === undefined ? [] : [prose(slip)]),
    ...(decision === undefined ? [] : [`Settled by ${code(decision)}.`]),
  ];
  const rows = stored.map(({ record, columns }) => [
    code(record),
    Object.entries(columns)
      .map(([column, value]) => `${code(column)} = ${code(JSON.stringify(value))}`)
      .join('<br>'),
  ]);
  const result = rows.length === 0 ? 'Nothing is stored.\n' : table(['record', 'stored'], rows);
  return `**Example ${name}** (${method ?? 'GET'}). ${notes.join(' ')}\n\n${codeBlock(request)}\n${result}`;
}
