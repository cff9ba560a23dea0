import type { Reader } from './reader.ts';

/** Nothing is read back: what was stored is not observable, only answers are judged. */
export function noReader(): Reader {
  return {
    name: 'none',
    probe: async () => ({ door: 'open' }),
    read: async (wanted) => wanted.map(() => []),
    sees: () => false,
    close: async () => {},
  };
}
