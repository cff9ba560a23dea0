/** Joins words as a sentence does: `a`, `a and b`, `a, b and c`. */
export function commaList(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** Turns the first letter small, so that a sentence can stand after a colon; `URL` and `JSON` keep theirs. */
export function lowerFirst(sentence: string): string {
  return /^[A-Z][a-z\s]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}
