/** IP addresses: text to bytes and back, masks and ranges. */
import ipaddr from 'ipaddr.js';
import { remembering } from '../memory.ts';

export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** A range of addresses: `10.9.8.*`, `192.0.2.0/24`, `2001:db8::/48` or a single address. */
export interface Range {
  network: Address;
  bits: number;
}

/** The address, or undefined when the text is none. */
export const parseAddress: (text: string) => Address | undefined = remembering(1000, (text) => {
  // Without this the library would take `1.2` and `0x7f.1`, too.
  if (!text.includes(':') && !ipaddr.IPv4.isValidFourPartDecimal(text)) return undefined;
  return ipaddr.isValid(text) ? ipaddr.parse(text) : undefined;
});

/** As rows hold it: dotted decimal, or the shortest form of IPv6 (RFC 5952), with IPv4 inside it written as such. */
export function addressText(address: Address): string {
  const inside = withinIpv6(address);
  return inside === undefined ? address.toString() : `::ffff:${inside.toString()}`;
}

/** The IPv4 address that an IPv6 address stands for (`::ffff:192.0.2.1`), if it does. */
function withinIpv6(address: Address): ipaddr.IPv4 | undefined {
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : undefined;
}

/** Bits cut from the right of an IPv6 address for each number of octets masked in IPv4. */
const maskedBits6 = [0, 64, 80, 104, 128];

/** Sets the last octets to zero: 0 to 4 of IPv4, or as many bits of IPv6 as the option stands for. */
export function masked(address: Address, octets: number): Address {
  const bytes = address.toByteArray();
  const bits =
    address.kind() === 'ipv4' || withinIpv6(address) !== undefined
      ? Math.min(octets, 4) * 8
      : (maskedBits6[Math.min(octets, 4)] as number);
  for (let i = bytes.length - bits / 8; i < bytes.length; i += 1) bytes[i] = 0;
  return ipaddr.fromByteArray(bytes);
}

/** The range, or undefined when the text is none. */
export function parseRange(text: string): Range | undefined {
  const stars = /^((?:\d{1,3}\.){0,3})\*(?:\.\*)*$/.exec(text.trim());
  if (stars !== null) {
    const octets = (stars[1] as string).split('.').slice(0, -1);
    const network = parseAddress([...octets, '0', '0', '0', '0'].slice(0, 4).join('.'));
    return network && { network, bits: octets.length * 8 };
  }
  const [base = '', length] = text.trim().split('/');
  const network = parseAddress(base);
  if (network === undefined) return undefined;
  const width = network.kind() === 'ipv4' ? 32 : 128;
  const bits = length === undefined ? width : Number(length);
  return Number.isInteger(bits) && bits >= 0 && bits <= width ? { network, bits } : undefined;
}

export function inRange(address: Address, range: Range): boolean {
  const plain = withinIpv6(address) ?? address;
  return plain.kind() === range.network.kind() && plain.match(range.network as never, range.bits);
}
