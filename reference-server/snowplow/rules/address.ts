import type { EventRule } from '../event.ts';

/** `ip` if it was sent, else the address the request came from, of which options may hide octets. */
export const address: EventRule = ({ request, options, row }) => {
  row.user_ipaddress ??= hideOctets(request.address, options.anonymize_octets);
};

function hideOctets(address: string, count: number): string {
  if (count === 0 || !address.includes('.')) return address;
  return address
    .split('.')
    .map((octet, index, octets) => (index >= octets.length - count ? 'x' : octet))
    .join('.');
}
