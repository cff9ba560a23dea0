/** Samples of the wire form `ip-address`, in the one spelling that every store keeps. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter, ParameterColumn } from '../../../generated/model.ts';
import type { Cell } from '../model.ts';
import { drawn, is, type Meaning } from './drawn.ts';
import type { SampleClasses } from './form.ts';
import { settled } from './settled.ts';

/** Stores of the time had room for an IPv4 address and a little more. */
const OLD_WIDTH = 19;

function addressCell(column: ParameterColumn, text: string, facts: Facts): Cell {
  // The ledger speaks of IPv6 addresses only; every store has room for the others.
  return text.includes(':') ? settled(column, text, facts, { cut: text.slice(0, OLD_WIDTH) }) : is(text);
}

function addresses(parameter: Parameter, facts: Facts, texts: Arbitrary<string>): Arbitrary<Meaning> {
  return texts.map((text) => ({ text, stored: parameter.columns.map((column) => addressCell(column, text, facts)) }));
}

/** Of networks none of which is known for bots, whose requests trackers do not store; high and low ones. */
const first = fc.oneof(
  { withCrossShrink: true },
  fc.integer({ min: 11, max: 63 }),
  fc.integer({ min: 132, max: 156 }),
  fc.integer({ min: 208, max: 223 }),
);
const octet = fc.nat(255);
const ipv4 = fc.tuple(first, octet, octet, octet).map((octets) => octets.join('.'));

/** No group is zero, so that there is nothing to shorten; digits are lower case and without leading zeros. */
const ipv6 = fc
  .array(fc.integer({ min: 1, max: 0xffff }), { minLength: 7, maxLength: 7 })
  .map((groups) => ['2001', ...groups.map((group) => group.toString(16))].join(':'));

export function ipAddressSamples(parameter: Parameter, facts: Facts): SampleClasses {
  return {
    ordinary: drawn('ordinary', addresses(parameter, facts, ipv4)),
    ipv6: drawn('ipv6', addresses(parameter, facts, ipv6)),
  };
}
