/** Patterns of goals: part of a text, a whole text, or a regular expression that cannot hang the server. */
import { RE2JS } from 're2js';
import type { Goal } from '../settings/settings.ts';

type Pattern = Pick<Goal, 'patternType' | 'pattern' | 'caseSensitive'>;

/** Expressions live as long as their goals; null stands for one that cannot be used. */
const compiled = new WeakMap<Pattern, RE2JS | null>();

/** True when the text matches; an expression that is broken, or needs backtracking, matches nothing. */
export function matches(pattern: Pattern, text: string): boolean {
  if (pattern.patternType === 'regex') return expression(pattern)?.matcher(text).find() ?? false;
  const [sought, within] = pattern.caseSensitive
    ? [pattern.pattern, text]
    : [pattern.pattern.toLowerCase(), text.toLowerCase()];
  return pattern.patternType === 'exact' ? within === sought : within.includes(sought);
}

/** The RE2 engine takes time in proportion to the text, whatever the expression; the built-in one may take ages. */
function expression(pattern: Pattern): RE2JS | null {
  let found = compiled.get(pattern);
  if (found === undefined) {
    found = compile(pattern);
    compiled.set(pattern, found);
  }
  return found;
}

function compile({ pattern, caseSensitive }: Pattern): RE2JS | null {
  try {
    return RE2JS.compile(pattern, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
  } catch {
    return null;
  }
}
