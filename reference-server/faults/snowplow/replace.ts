/** Ways to replace one part and leave the others as they are. */

import type { EventRule } from '../../snowplow/event.ts';
import type { Form } from '../../snowplow/forms/form.ts';
import type { Forms } from '../../snowplow/forms/forms.ts';
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { RuleSet } from '../../snowplow/rules/rules.ts';
import type { Row } from '../../storage/store.ts';

/** Another reading of a wire form; of all parameters that have it, or only of those named. */
export function withForm(
  parts: SnowplowParts,
  name: keyof Forms,
  broken: (sound: Form) => Form,
  ...parameters: string[]
): SnowplowParts {
  const sound = parts.forms[name];
  const other = broken(sound);
  const form: Form = (text, place) => {
    return parameters.length === 0 || parameters.includes(place.name) ? other(text, place) : sound(text, place);
  };
  return { ...parts, forms: { ...parts.forms, [name]: form } };
}

/** A reading that changes the text before the sound one. */
export const textChanged =
  (change: (text: string) => string) =>
  (sound: Form): Form =>
  (text, place) =>
    sound(change(text), place);

/** Other columns for one parameter. */
export function withColumns(parts: SnowplowParts, name: string, columns: readonly string[]): SnowplowParts {
  return {
    ...parts,
    columnsOf: (parameter) => (parameter.name === name ? columns : parts.columnsOf(parameter)),
  };
}

export function withRule(
  parts: SnowplowParts,
  name: keyof RuleSet,
  broken: (sound: EventRule) => EventRule,
): SnowplowParts {
  return { ...parts, rules: { ...parts.rules, [name]: broken(parts.rules[name]) } };
}

/** Another row than the one that was made. */
export function withRow(parts: SnowplowParts, change: (row: Row) => Row): SnowplowParts {
  return { ...parts, keep: (insert, row) => parts.keep(insert, change(row)) };
}

/** Other parameters than those that were sent. */
export function withParameters(
  parts: SnowplowParts,
  change: (values: Map<string, string>, query: string) => Map<string, string>,
): SnowplowParts {
  return { ...parts, parameters: (query) => change(parts.parameters(query), query) };
}
