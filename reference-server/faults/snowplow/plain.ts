/** Faults of parameters that have none of their own: whoever adds a parameter need not write one. */
import { facts, type ParameterName } from '../../../generated/snowplow/2014-01/facts.ts';
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { isUsual } from './characters.ts';
import { withParameters } from './replace.ts';

type SnowplowFault = Fault<SnowplowParts>;

/** Leaves a parameter unread when its text is one of those. */
function unread(name: string, isLost: (text: string) => boolean): SnowplowFault['apply'] {
  return (parts) =>
    withParameters(parts, (values) => {
      const text = values.get(name);
      return text !== undefined && isLost(text) ? new Map([...values].filter(([own]) => own !== name)) : values;
    });
}

const plain = (Object.keys(facts.parameters) as ParameterName[]).flatMap((name): SnowplowFault[] => [
  {
    id: `snowplow.${name}.unread`,
    requirement: `snowplow.${name}.stored`,
    description: `${name} is not read.`,
    apply: unread(name, () => true),
  },
  {
    id: `snowplow.${name}.usual-only`,
    requirement: `snowplow.${name}.wide`,
    description: `${name} is not read when its value is one of the less usual.`,
    apply: unread(name, (text) => !isUsual(text)),
  },
]);

/** Those of requirements that there are, and that none of `others` breaks. */
export function plainFaults(others: readonly SnowplowFault[]): readonly SnowplowFault[] {
  const owned = new Set(others.map(({ requirement }) => requirement));
  return plain.filter(({ requirement }) => Object.hasOwn(facts.requirements, requirement) && !owned.has(requirement));
}
