/**
 * A second JSON Schema engine judges generated documents as the generated validators do.
 * 5,000 documents a protocol version; BEACONFORM_DOCUMENTS=100000 asks for more.
 */
import { isIPv4, isIPv6 } from 'node:net';
import { validator } from '@exodus/schemasafe';
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWire } from '../../codegen/facts/examples.ts';
import { editions, readGenerated } from './editions.ts';

const documents = Number(process.env.BEACONFORM_DOCUMENTS ?? 5000);

/** Texts near the border of a form: an example, or an example with one character removed, doubled or replaced. */
function near(examples: readonly string[]): Arbitrary<string> {
  const edits = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('remove', 'double', 'replace'),
    by: fc.string({ unit: 'grapheme', maxLength: 1 }),
  });
  return fc.tuple(fc.constantFrom(...examples), edits).map(([example, { at, how, by }]) => {
    const characters = [...example];
    const index = characters.length === 0 ? 0 : at % characters.length;
    const middle = how === 'remove' ? [] : how === 'double' ? [characters[index] ?? '', characters[index] ?? ''] : [by];
    return [...characters.slice(0, index), ...middle, ...characters.slice(index + 1)].join('');
  });
}

const oddities = fc.constantFrom(
  '',
  '0',
  '1',
  '-1',
  '01',
  '1.5',
  '.5',
  '1e3',
  '1x',
  'x1',
  ' 1',
  '1\n',
  '::1',
  '1.2.3.4',
  '1.2.3.256',
  '::ffff:1.2.3.4',
  'a:b',
  'null',
  '\u{1f600}',
);

describe.each(editions)('two engines about $name', (edition) => {
  const schema = readGenerated(edition, 'request.schema.json');
  // The second engine's own pattern takes 1.2.3.256 for an IPv6 address, so Node judges addresses for it.
  const formats = { ipv4: (text: string) => isIPv4(text), ipv6: (text: string) => isIPv6(text) && !text.includes('%') };
  const second = validator(schema, { mode: 'spec', formatAssertion: true, formats });

  it(`agree on ${documents} documents, valid and invalid`, { timeout: 600_000 }, () => {
    const parameters = Object.values(edition.facts.parameters);
    const textsOf = (name: string): Arbitrary<unknown> => {
      const examples = edition.facts.parameters[name]?.examples.map(({ wire }) => decodeWire(wire) ?? '') ?? [''];
      return fc.oneof(
        { arbitrary: fc.constantFrom(...examples), weight: 60 },
        { arbitrary: near(examples), weight: 15 },
        { arbitrary: oddities, weight: 5 },
        { arbitrary: fc.constantFrom<unknown>(1, null, true, [], {}), weight: 1 },
      );
    };
    const optional = parameters.map(({ name }) => name).filter((name) => !schema.required.includes(name));
    const chosen = fc.tuple(
      // A required parameter is missing now and then.
      fc.subarray<string>(schema.required, { minLength: Math.max(0, schema.required.length - 1) }),
      fc.shuffledSubarray(optional, { maxLength: 6 }),
    );
    const document = chosen.chain((names) =>
      fc.record(Object.fromEntries(names.flat().map((name) => [name, textsOf(name)]))),
    );
    const counts = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(document, (request) => {
        const accepted = edition.validateRequest(request as Record<string, string>).length === 0;
        counts[accepted ? 'valid' : 'invalid'] += 1;
        expect(accepted).toBe(second(request as never));
      }),
      { numRuns: documents },
    );
    expect(Math.min(counts.valid, counts.invalid)).toBeGreaterThan(documents / 10);
  });
});
