import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { code, prose, table } from '../../codegen/emit/specification/markdown.ts';
import { editions } from './editions.ts';

describe.each(editions)('specification of $name', ({ facts, folder }) => {
  const text = readFileSync(`${folder}/specification.md`, 'utf8');
  const lines = text.split('\n');

  it('names every parameter, record, rule, requirement and ledger entry', () => {
    const headings = [
      ...Object.keys(facts.parameters).map((name) => `#### Parameter \`${name}\``),
      ...Object.keys(facts.records).map((name) => `### Record ${name}`),
      ...Object.keys(facts.rules).map((name) => `### Rule ${name}`),
      ...Object.keys(facts.ledger).map((name) => `### Ledger \`${name}\``),
    ];
    expect(headings.filter((heading) => !lines.includes(heading))).toEqual([]);
    const unnamed = Object.keys(facts.requirements).filter((id) => !text.includes(`| \`${id}\` |`));
    expect(unnamed).toEqual([]);
  });

  it('has tables whose rows all have as many cells as their titles', () => {
    const cells = (line: string): number => line.replaceAll('\\|', '').split('|').length;
    const broken = lines.filter((line, index) => {
      const previous = lines[index - 1] ?? '';
      return line.startsWith('|') && previous.startsWith('|') && cells(line) !== cells(previous);
    });
    expect(broken).toEqual([]);
  });

  it('links only to headings it has', () => {
    const anchors = new Set(
      lines
        .filter((line) => line.startsWith('#'))
        .map((line) =>
          line
            .replace(/^#+ /, '')
            .toLowerCase()
            .replace(/[^\p{L}\p{N}\s_-]/gu, '')
            .replaceAll(' ', '-'),
        ),
    );
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
    expect(links.length).toBeGreaterThan(50);
    expect([...new Set(links)].filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });
});

describe('markdown', () => {
  it('keeps bars and line breaks inside their cell', () => {
    expect(table(['a', 'b'], [['x|y', '`1|2`\n3']])).toBe('| a | b |\n| --- | --- |\n| x\\|y | `1\\|2` 3 |\n');
  });
  it('fences code that has backticks, and escapes markup in prose', () => {
    expect(code('a`b')).toBe('`` a`b ``');
    expect(prose('_id is <b>, not `*`, nor new_visit')).toBe('\\_id is \\<b\\>, not `*`, nor new_visit');
  });
});
