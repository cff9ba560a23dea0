/** Exit codes of every command (design: contracts). */
export const exitCode = {
  conformant: 0,
  failed: 1,
  usage: 2,
  unreachable: 3,
  internal: 4,
} as const;

/** Wrong usage or an unreadable file: the message says what came, what was expected and what to do. */
export class UsageError extends Error {
  override name = 'UsageError';
}
