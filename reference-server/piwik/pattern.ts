/** Patterns of goals: part of a text, a whole text, or a regular expression that cannot hang the server. */
import { RE2JS } from 're2js';
import { remembering, rememberingOf } from '../memory.ts';
import type { Goal } from '../settings/settings.ts';

type Pattern = Pick<Goal, 'patternType' | 'pattern' | 'caseSensitive'>;

/** True when the text matches; an expression that is broken, or needs backtracking, matches nothing. */
export function matches(pattern: Pattern, text: string): boolean {
  if (pattern.patternType === 'regex') return expression(pattern)(text);
  const [sought, within] = pattern.caseSensitive
    ? [pattern.pattern, text]
    : [pattern.pattern.toLowerCase(), text.toLowerCase()];
  return pattern.patternType === 'exact' ? within === sought : within.includes(sought);
}

/**
 * The RE2 engine takes time in proportion to the text, whatever the expression; the built-in one may take ages. Pages
 * come back, so the last results are remembered.
 */
const expression = rememberingOf((pattern: Pattern) => {
  const engine = compile(pattern);
  return remembering(2000, (text: string) => engine?.matcher(text).find() ?? false);
});

function compile({ pattern, caseSensitive }: Pattern): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
  } catch {
    return undefined;
  }
}
