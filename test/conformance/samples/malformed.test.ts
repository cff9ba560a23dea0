import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Malformed } from '../../../conformance/server/samples/form.ts';
import { emptySample, malformedSample } from '../../../conformance/server/samples/malformed.ts';
import { protocols } from '../../../generated/index.ts';
import type { Facts, Parameter } from '../../../generated/model.ts';

const facts = protocols.snowplow['2014-01'] as Facts;
const drawn = Object.values(facts.parameters)
  .map((parameter) => [parameter.name, parameter, malformedSample(parameter, facts)] as const)
  .filter((entry): entry is readonly [string, Parameter, fc.Arbitrary<Malformed>] => entry[2] !== undefined);

/** Whether a text is of the wire form, by the schema in the spec; a document must also be one. */
function isOfForm(text: string, parameter: Parameter): boolean {
  if (parameter.values !== undefined) return parameter.values.includes(text);
  const file = readFileSync(`spec/wire-forms/${parameter.wireForm}.json`, 'utf8');
  const { pattern, enum: values } = (JSON.parse(file) as { schema: { pattern?: string; enum?: string[] } }).schema;
  if (values !== undefined) return values.includes(text);
  if (parameter.wireForm === 'json') return isJson(text);
  if (parameter.wireForm === 'base64-json') return isJson(Buffer.from(text, 'base64').toString('utf8'));
  return pattern !== undefined && new RegExp(pattern).test(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('malformed samples', () => {
  test('there are some for each form that a text can miss', () => {
    const forms = new Set(drawn.map(([, { wireForm }]) => wireForm));
    expect([...forms].sort()).toEqual([
      'base64-json',
      'code',
      'decimal',
      'dimensions',
      'epoch-millis',
      'flag',
      'integer',
      'json',
    ]);
  });

  test.each(drawn)('%s: the text is not of its form, the twin is', (_, parameter, samples) => {
    for (const { wire, twin } of fc.sample(samples, { seed: 9, numRuns: 300 })) {
      expect(isOfForm(decodeURIComponent(wire), parameter), `${parameter.name}=${wire}`).toBe(false);
      expect(isOfForm(decodeURIComponent(twin.wire), parameter), `${parameter.name}=${twin.wire}`).toBe(true);
    }
  });

  test('an empty text has no value in any column', () => {
    const vp = facts.parameters.vp as Parameter;
    expect(emptySample(vp)).toEqual({
      class: 'empty',
      wire: '',
      stored: [
        { kind: 'is', value: null },
        { kind: 'is', value: null },
      ],
    });
  });
});
