/**
 * Tells whether an id matches: `*` stands for any characters, `?` for one.
 * Written here because the libraries give `/` and `.` a meaning of file paths that ids do not have.
 */
export function globMatcher(pattern: string): (id: string) => boolean {
  const source = [...pattern].map((character) =>
    character === '*' ? '.*' : character === '?' ? '.' : character.replace(/[\\^$.|+()[\]{}]/g, '\\$&'),
  );
  const expression = new RegExp(`^${source.join('')}$`, 'u');
  return (id) => expression.test(id);
}
