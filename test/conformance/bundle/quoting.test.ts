import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { word } from '../../../conformance/server/bundle/shell/quote.ts';
import { filled, templateOf } from '../../../conformance/server/bundle/template.ts';
import { text } from '../../../conformance/server/bundle/vitest/quote.ts';
import { hostileTexts } from '../reports/hostile-texts.ts';

const values = new Map([
  ['visitor_0', '0123456789abcdef'],
  ['text_0', 'beaconform-r1-0'],
  ['text_1', 'beaconform-r1-0z'],
  ['BEACONFORM_TOKEN', 'secret'],
]);
const others = new Map([...values.keys()].map((slot, index) => [slot, `other ${index}`]));

/** Texts in which the values of a run stand, between anything that may be hard to quote. */
const withValues = fc
  .array(
    fc.oneof(
      fc.constantFrom(...values.values()),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...Object.values(hostileTexts)),
    ),
  )
  .map((parts) => parts.join(''));

describe('a template', () => {
  it('gives the text back with its own values', () => {
    fc.assert(
      fc.property(withValues, (drawn) => {
        expect(filled(templateOf(drawn, values), values)).toBe(drawn);
      }),
    );
  });

  it('finds a value that begins with another one', () => {
    expect(templateOf('beaconform-r1-0z beaconform-r1-0', values)).toEqual([
      { slot: 'text_1' },
      ' ',
      { slot: 'text_0' },
    ]);
  });

  it('takes a short token for one only where it is the value of its parameter', () => {
    const short = new Map([['BEACONFORM_TOKEN', '1']]);
    expect(templateOf('idsite=1&rec=1&token_auth=1', short)).toEqual([
      'idsite=1&rec=1&',
      'token_auth=',
      { slot: 'BEACONFORM_TOKEN' },
    ]);
  });
});

describe('a quoted template', () => {
  it('is one word of a shell, with the values of its variables', () => {
    const drawn = fc
      .sample(withValues, { numRuns: 200, seed: 1 })
      .map((one) => one.replaceAll('\0', '').toWellFormed());
    const words = drawn.map((one) => word(templateOf(one, values)));
    const assigned = [...others].map(([slot, value]) => `${slot}='${value}'`);
    const script = [...assigned, ...words.map((one) => `printf '%s\\0' ${one}`)].join('\n');
    const printed = execFileSync('sh', ['-s'], { input: script, encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0');
    expect(printed.slice(0, -1)).toEqual(drawn.map((one) => filled(templateOf(one, values), others)));
  });

  it('is an expression of TypeScript in which everything can be seen', () => {
    const constants = { visitor0: 'other 0', text0: 'other 1', text1: 'other 2', beaconformToken: 'other 3' };
    fc.assert(
      fc.property(withValues, (drawn) => {
        const expression = text(templateOf(drawn, values));
        expect(expression).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(runInNewContext(expression, constants)).toBe(filled(templateOf(drawn, values), others));
      }),
    );
  });
});
