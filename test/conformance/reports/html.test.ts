import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../conformance/server/reports/html/report.ts';
import { visible, visibleLines } from '../../../conformance/server/reports/visible.ts';
import { hostileTexts } from './hostile-texts.ts';
import { facts, hostileReport, reportAbout } from './report.ts';

type Element = DefaultTreeAdapterMap['element'];

function elementsOf(node: DefaultTreeAdapterMap['node']): Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...below] : below;
}

function textOf(node: DefaultTreeAdapterMap['node']): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Parses a page as browsers do, and fails on what they would only forgive. */
function pageOf(html: string): Element[] {
  const errors: string[] = [];
  const document = parse(html, { onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`) });
  expect(errors).toEqual([]);
  return elementsOf(document);
}

const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;
const withClass = (page: Element[], name: string) =>
  page.filter((element) => attribute(element, 'class')?.split(' ').includes(name));

/** Tags but for those that follow from the text itself: its parameters, its differing part, the warning of escapes. */
const tagsOf = (page: Element[]) =>
  page
    .filter((element) => !['i', 'em', 'mark'].includes(element.tagName) && attribute(element, 'class') !== 'warning')
    .map(({ tagName }) => tagName);

describe('the HTML report', () => {
  for (const [name, text] of Object.entries(hostileTexts)) {
    it(`shows ${name} as text`, () => {
      const page = pageOf(renderHtml(hostileReport([text]), facts));
      expect(tagsOf(page)).toEqual(tagsOf(pageOf(renderHtml(hostileReport(['x']), facts))));
      expect(withClass(page, 'problem').map(textOf)).toEqual([`Problem: ${visible(text)}`]);
      expect(withClass(page, 'reason').map(textOf)).toContain(visible(text));
      expect(withClass(page, 'request').map(textOf).join()).toContain(`\n\n${visibleLines(text)}`);
    });
  }

  it('has no way to the network, whatever stands in it', () => {
    const page = pageOf(renderHtml(hostileReport(Object.values(hostileTexts)), facts));
    const policy = page.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy');
    expect(policy && attribute(policy, 'content')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-/,
    );
    const addresses = page.flatMap(({ attrs }) =>
      attrs.filter(({ name }) => /^(src|href|action|xlink:href)$/.test(name)),
    );
    expect(addresses.filter(({ value }) => !value.startsWith('#'))).toEqual([]);
    expect(page.flatMap(({ attrs }) => attrs.filter(({ name }) => /^(on|style$)/.test(name)))).toEqual([]);
  });

  it('names each element once, and every link leads somewhere', () => {
    const page = pageOf(renderHtml(hostileReport(['x', 'y']), facts));
    const ids = page.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = page.filter(({ tagName }) => tagName === 'a' || tagName === 'use');
    const reached = new Set(withClass(page, 'none').map((link) => attribute(link, 'href')));
    const dead = links
      .map((link) => attribute(link, 'href') ?? '')
      .filter((href) => !ids.includes(href.slice(1)) && !reached.has(href));
    expect(dead).toEqual([]);
  });

  it('marks only what differs, and shows no column that does not', () => {
    const page = pageOf(renderHtml(hostileReport(['same']), facts));
    const [table] = withClass(page, 'difference');
    const rows = elementsOf(table as Element).filter(({ tagName }) => tagName === 'tr');
    expect(rows.map((row) => row.childNodes.map(textOf))).toEqual([
      ['Column', 'Expected', 'Stored'],
      ['app_id', '"same"', '"same "'],
      ['page_title', '"same" or null', '"other"'],
    ]);
    expect(
      elementsOf(rows[1] as Element)
        .filter(({ tagName }) => tagName === 'mark')
        .map(textOf),
    ).toEqual([' ']);
  });

  it('tells values apart that look the same', () => {
    const report = hostileReport(['x']);
    const [check] = report.checks;
    if (!check?.counterexample) throw new Error('no counterexample');
    check.counterexample.expected = [{ record: 'events', columns: { page_title: 'é' } }];
    check.counterexample.stored = [{ record: 'events', columns: { page_title: 'e\u0301' } }];
    const [table] = withClass(pageOf(renderHtml(report, facts)), 'difference');
    expect(textOf(table as Element)).toContain(String.raw`"\u00e9""e\u0301"`);
  });

  it('draws a square for each requirement that binds the server', () => {
    const passed = reportAbout([
      { id: 'piwik.visit/piwik.visit.new', requirements: ['piwik.visit.new'], status: 'passed', runs: 1 },
    ]);
    const page = pageOf(renderHtml(passed, facts));
    const [picture, ...others] = withClass(page, 'squares');
    expect(others).toEqual([]);
    const squares = elementsOf(picture as Element).filter(({ tagName }) => tagName === 'a');
    const visit = Object.values(facts[0]?.requirements ?? {}).filter(
      ({ rule, binds }) => rule === 'visit' && binds !== 'client',
    );
    expect(squares.map((square) => attribute(square, 'href'))).toEqual(visit.map(({ id }) => `#${id}`));
    expect(squares.filter((square) => attribute(square, 'class') === 'mark passed')).toHaveLength(1);
    expect(attribute(picture as Element, 'aria-label')).toContain('1 passed');
  });
});
