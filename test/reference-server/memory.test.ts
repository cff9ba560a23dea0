import { expect, it } from 'vitest';
import { remembering } from '../../reference-server/memory.ts';

it('remembers the last texts, and no more of them', () => {
  const asked: string[] = [];
  const find = remembering(2, (text) => {
    asked.push(text);
    return text.length;
  });
  for (const text of ['a', 'a', 'bb', 'ccc', 'bb', 'a']) expect(find(text)).toBe(text.length);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
});

it('does not keep long texts', () => {
  let asked = 0;
  const find = remembering(2, () => {
    asked += 1;
    return asked;
  });
  expect([find('x'.repeat(1001)), find('x'.repeat(1001))]).toEqual([1, 2]);
});
