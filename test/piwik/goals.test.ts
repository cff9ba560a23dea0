import { describe, expect, it } from 'vitest';
import { matches } from '../../reference-server/piwik/pattern.ts';

const regex = (pattern: string, caseSensitive = false) => ({ patternType: 'regex' as const, pattern, caseSensitive });

describe('patterns of goals', () => {
  it('contain or are the text, with or without regard to case', () => {
    const text = 'http://example.org/Thank-You';
    expect(matches({ patternType: 'contains', pattern: 'thank-you', caseSensitive: false }, text)).toBe(true);
    expect(matches({ patternType: 'contains', pattern: 'thank-you', caseSensitive: true }, text)).toBe(false);
    expect(matches({ patternType: 'exact', pattern: text.toLowerCase(), caseSensitive: false }, text)).toBe(true);
    expect(matches({ patternType: 'exact', pattern: 'Thank-You', caseSensitive: true }, text)).toBe(false);
  });

  it('may be regular expressions that find something', () => {
    expect(matches(regex('(.*)store/(\\d+)$'), 'http://a/STORE/12')).toBe(true);
    expect(matches(regex('(.*)store/(\\d+)$', true), 'http://a/STORE/12')).toBe(false);
    expect(matches(regex('^http://a/b$'), 'http://a/b')).toBe(true);
  });

  it.each(['(', '[', '(?=a)a', '(a)\\1', '*'])('match nothing when %s cannot be used', (pattern) => {
    expect(matches(regex(pattern), 'aa(')).toBe(false);
  });

  it('cannot hang the server', () => {
    const before = performance.now();
    expect(matches(regex('^(a+)+$'), `${'a'.repeat(1000)}!`)).toBe(false);
    expect(matches(regex('(.*)*(.*)*x'), 'y'.repeat(1000))).toBe(false);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
