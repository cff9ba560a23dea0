import { expected } from './expected.ts';

/** A full URL. Text is sent as it is, so that the tracker sees the page's own spelling. */
export function url(value: string | URL): string {
  const address = typeof value === 'string' ? value : value.href;
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:./.test(address)) throw expected('a full URL with its scheme', value);
  return address;
}
