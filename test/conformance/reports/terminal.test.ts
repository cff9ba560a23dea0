import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderText } from '../../../conformance/server/reports/text.ts';
import { clipped, exact, visible, visibleLines } from '../../../conformance/server/reports/visible.ts';
import { hostileTexts } from './hostile-texts.ts';
import { facts, hostileReport } from './report.ts';

describe('the report on a terminal', () => {
  for (const [name, text] of Object.entries(hostileTexts)) {
    it(`shows ${name} without obeying it`, () => {
      const shown = stripVTControlCharacters(renderText(hostileReport([text]), facts, { color: true }));
      expect(shown).not.toMatch(/[\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]|(?!\n)\p{Cc}/u);
      expect(shown).toContain(visible(text).slice(0, 60));
    });
  }
});

describe('a visible text', () => {
  it('has an escape for what has no shape, and nothing else changed', () => {
    expect(visible('a b\u001b\u202e\ud800\u{e0001}ä👩')).toBe(String.raw`a b\u001b\u202e\ud800\u{e0001}ä👩`);
    expect(visible('a\r\n\tb')).toBe(String.raw`a\r\n\tb`);
    expect(visibleLines('a\r\n\tb')).toBe(String.raw`a
\tb`);
    expect(exact('aä👩')).toBe(String.raw`a\u00e4\u{1f469}`);
  });

  it('is cut between characters', () => {
    expect(clipped('ab👩c', 3)).toBe('ab… (3 more characters)');
    expect(clipped('abc', 3)).toBe('abc');
  });
});
