/**
 * Samples of wire forms whose values only a scenario can choose: a site that exists, an agent, the minute of a time
 * of day. What the spec gives as examples is drawn, with what it says is stored.
 */
import fc from 'fast-check';
import type { Example, Parameter } from '../../../generated/model.ts';
import type { Sample } from '../model.ts';
import { is } from './drawn.ts';
import type { SampleClasses } from './form.ts';

export function exampleSamples(parameter: Parameter): SampleClasses {
  const sample = (example: Example): Sample => ({
    class: 'ordinary',
    wire: example.wire,
    stored: parameter.columns.map(({ column }) => is(example.stored[column] ?? null)),
  });
  return { ordinary: fc.constantFrom(...parameter.examples.map(sample)) };
}
