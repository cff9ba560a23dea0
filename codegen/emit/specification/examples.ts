import type { SourceExample } from '../../read/shapes.ts';
import type { Source } from '../emitter.ts';
import { code, codeBlock, prose, table } from './markdown.ts';

/** Every example of the sources, section by section, with the rows a conforming server stores for it. */
export function examples({ edition }: Source): string {
  const sections = new Map<string, string[]>();
  for (const { content } of edition.sources) {
    if (content.examples === undefined) continue;
    const heading = `### ${prose(content.section)}\n\nFrom ${prose(content.source)}.\n`;
    sections.set(heading, [...(sections.get(heading) ?? []), ...content.examples.map(exampleText)]);
  }
  // By number, so that 3.10 stands behind 3.9.
  const order = new Intl.Collator('en', { numeric: true });
  const sorted = [...sections].sort(([a], [b]) => order.compare(a, b));
  return sorted.map(([heading, texts]) => [heading, ...texts].join('\n')).join('\n');
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
