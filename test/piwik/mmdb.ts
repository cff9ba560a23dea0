/**
 * Writes small databases in the MaxMind DB format, version 2.0. Written here because the databases that can be had are
 * large and under licences of their own, and the libraries of this format only read it.
 */
import ipaddr from 'ipaddr.js';

type Value = string | number | bigint | readonly Value[] | { readonly [name: string]: Value };

/** A node of the tree: where to go on by the next bit. A number is an offset into the data section. */
type Node = [zero: Branch, one: Branch];
type Branch = Node | number | undefined;

const marker = Buffer.from('abcdef4d61784d696e642e636f6d', 'hex');
const recordBytes = 3;

/** A database that tells a record for each prefix (`203.0.113.0/24`, `2001:db8::/32`); numbers are doubles. */
export function mmdb(records: Readonly<Record<string, Value>>): Buffer {
  const root: Node = [undefined, undefined];
  const data: Buffer[] = [];
  let offset = 0;
  for (const [prefix, record] of Object.entries(records)) {
    const encoded = encode(record);
    enter(root, bitsOf(prefix), offset);
    data.push(encoded);
    offset += encoded.length;
  }
  const nodes = listed(root);
  const metadata = encode({
    binary_format_major_version: 2n,
    binary_format_minor_version: 0n,
    build_epoch: 1_390_212_000n,
    database_type: 'Test-City',
    description: { en: 'Made by a test' },
    ip_version: 6n,
    languages: ['en'],
    node_count: BigInt(nodes.length),
    record_size: BigInt(recordBytes * 8),
  });
  return Buffer.concat([treeOf(nodes), Buffer.alloc(16), ...data, marker, metadata]);
}

/** IPv4 addresses lie in the first 96 zero bits. */
function bitsOf(prefix: string): string {
  const [address, length] = ipaddr.parseCIDR(prefix);
  const bits = address
    .toByteArray()
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return (address.kind() === 'ipv4' ? '0'.repeat(96) : '') + bits.slice(0, length);
}

function enter(root: Node, bits: string, offset: number): void {
  let node = root;
  for (const [index, bit] of [...bits].entries()) {
    const side = Number(bit) as 0 | 1;
    if (index === bits.length - 1) node[side] = offset;
    else {
      const next = node[side];
      const going: Node = Array.isArray(next) ? next : [undefined, undefined];
      node[side] = going;
      node = going;
    }
  }
}

function listed(root: Node): Node[] {
  const nodes = [root];
  for (const node of nodes) for (const branch of node) if (Array.isArray(branch)) nodes.push(branch);
  return nodes;
}

function treeOf(nodes: readonly Node[]): Buffer {
  const numbers = new Map(nodes.map((node, index) => [node, index]));
  const tree = Buffer.alloc(nodes.length * 2 * recordBytes);
  for (const [index, branch] of nodes.flat().entries()) {
    const pointer = Array.isArray(branch)
      ? (numbers.get(branch) as number)
      : nodes.length + (branch === undefined ? 0 : 16 + branch);
    tree.writeUIntBE(pointer, index * recordBytes, recordBytes);
  }
  return tree;
}

function encode(value: Value): Buffer {
  if (typeof value === 'string') return Buffer.concat([control(2, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === 'number') {
    const double = Buffer.alloc(8);
    double.writeDoubleBE(value);
    return Buffer.concat([control(3, 8), double]);
  }
  if (typeof value === 'bigint') {
    const uint32 = Buffer.alloc(4);
    uint32.writeUInt32BE(Number(value));
    return Buffer.concat([control(6, 4), uint32]);
  }
  if (isList(value)) return Buffer.concat([control(11, value.length), ...value.map(encode)]);
  const fields = Object.entries(value);
  return Buffer.concat([
    control(7, fields.length),
    ...fields.flatMap(([name, field]) => [encode(name), encode(field)]),
  ]);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** The byte that tells type and size; types beyond 7 and sizes beyond 28 take another one. */
function control(type: number, size: number): Buffer {
  const [first, more] = type > 7 ? [0, [type - 7]] : [type, []];
  return size < 29 ? Buffer.from([(first << 5) | size, ...more]) : Buffer.from([(first << 5) | 29, ...more, size - 29]);
}
