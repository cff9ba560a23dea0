/** Faults in the reading of one parameter. */
import { facts, type ParameterName } from '../../../generated/snowplow/2014-01/facts.ts';
import type { Form } from '../../snowplow/forms/form.ts';
import type { Forms } from '../../snowplow/forms/forms.ts';
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { textChanged, withForm } from './replace.ts';

/** A parameter, the last part of the fault's id, what the server does, and how. */
export type Misreading<Change> = readonly [name: ParameterName, id: string, description: string, change: Change];

/** Another reading of one parameter, whatever its wire form. */
export function withReading(parts: SnowplowParts, name: ParameterName, broken: (sound: Form) => Form): SnowplowParts {
  return withForm(parts, facts.parameters[name]?.wireForm as keyof Forms, broken, name);
}

/** Faults that change the text of a parameter before it is read. */
export function misread(
  aspect: 'stored' | 'wide',
  all: readonly Misreading<(text: string) => string>[],
): Fault<SnowplowParts>[] {
  return all.map(([name, id, description, change]) => ({
    id: `snowplow.${name}.${id}`,
    requirement: `snowplow.${name}.${aspect}`,
    description,
    apply: (parts) => withReading(parts, name, textChanged(change)),
  }));
}

/** Faults that read a parameter in a way of their own. */
export function readOtherwise(
  aspect: 'stored' | 'wide',
  all: readonly Misreading<(sound: Form) => Form>[],
): Fault<SnowplowParts>[] {
  return all.map(([name, id, description, broken]) => ({
    id: `snowplow.${name}.${id}`,
    requirement: `snowplow.${name}.${aspect}`,
    description,
    apply: (parts) => withReading(parts, name, broken),
  }));
}
