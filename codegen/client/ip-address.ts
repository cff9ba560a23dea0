import { expected } from './expected.ts';

/** An IPv4 or IPv6 address; only its characters are checked, the tracker reads the rest. */
export function ipAddress(value: string): string {
  if (!/^[0-9a-fA-F.]*[.:][0-9a-fA-F.:]*$/.test(value)) throw expected('an IPv4 or IPv6 address', value);
  return value;
}
