import { marked } from 'marked';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../conformance/server/reports/markdown/report.ts';
import { plain } from '../../../conformance/server/reports/markdown/text.ts';
import { visible } from '../../../conformance/server/reports/visible.ts';
import { hostileTexts } from './hostile-texts.ts';
import { facts, hostileReport, reportAbout } from './report.ts';

type Node = DefaultTreeAdapterMap['node'];

function elementsOf(node: Node): DefaultTreeAdapterMap['element'][] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...below] : below;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function rendered(markdown: string): DefaultTreeAdapterMap['element'][] {
  return elementsOf(parseFragment(marked.parse(markdown, { async: false, gfm: true })));
}

// What our own Markdown consists of; a link, an image or a script can only have come from a text.
const own = new Set('h2 h3 p code pre strong blockquote table thead tbody tr th td br details summary'.split(' '));

describe('the Markdown report', () => {
  for (const [name, text] of Object.entries(hostileTexts)) {
    it(`shows ${name} as text`, () => {
      const [paragraph, ...others] = rendered(plain(text));
      expect(others.map(({ tagName }) => tagName)).toEqual([]);
      expect(paragraph && textOf(paragraph)).toBe(visible(text).trim());
    });

    it(`keeps its form with ${name}`, () => {
      const elements = rendered(renderMarkdown(hostileReport([text]), facts));
      expect(elements.map(({ tagName }) => tagName).filter((tag) => !own.has(tag))).toEqual([]);
      const shape = (tag: string) => elements.filter(({ tagName }) => tagName === tag).length;
      const harmless = rendered(renderMarkdown(hostileReport(['x']), facts));
      for (const tag of ['table', 'td', 'pre', 'details', 'h2', 'h3', 'blockquote'])
        expect([tag, shape(tag)]).toEqual([tag, harmless.filter(({ tagName }) => tagName === tag).length]);
    });
  }

  it('sets expected and stored side by side, differing columns only', () => {
    const text = renderMarkdown(hostileReport(['x']), facts);
    const cells = rendered(text)
      .filter(({ tagName }) => tagName === 'tr')
      .map((row) => row.childNodes.map(textOf));
    const row = cells.map((cell) => cell.filter((one) => one.trim() !== '')).find(([column]) => column === 'app_id');
    expect(row).toEqual(['app_id', '"x"', '"x "']);
    expect(cells.flat()).not.toContain('event_id');
  });

  it('stays within what a job summary holds when everything fails', () => {
    const long = hostileTexts.long as string;
    const report = hostileReport(Array.from({ length: 300 }, (_, index) => `${index} ${long}`));
    expect(Buffer.byteLength(renderMarkdown(report, facts))).toBeLessThan(1024 * 1024);
    expect(renderMarkdown(report, facts)).toMatch(/more failed checks/);
  });

  it('says that a run is incomplete and that a conformant one is conformant', () => {
    const passed = reportAbout([{ id: 'a/b', requirements: ['b'], status: 'passed', runs: 1 }]);
    expect(renderMarkdown(passed, facts)).toMatch(/^## ✅ conformant&#58; 1 of 1 check passed\n/);
    expect(renderMarkdown({ ...passed, complete: false }, facts)).toMatch(/^## ⚠️ conformant so far&#58; .*incomplete/);
  });
});
