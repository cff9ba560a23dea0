/** Faults that show where one parameter is not sent: of a collector that takes the rest of the event for broken. */
import { facts } from '../../../generated/snowplow/2014-01/facts.ts';
import type { Event } from '../../snowplow/event.ts';
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { refusing } from './refusing.ts';
import { withRow, withRule } from './replace.ts';

type SnowplowFault = Fault<SnowplowParts>;
type When = (event: Event) => boolean;

const all = Object.values(facts.parameters);
interface Outcome {
  id: string;
  /** What happens to the event. */
  says: string;
  apply(parts: SnowplowParts, lacks: When): SnowplowParts;
}

/** Columns of an event that a rule below has marked, so that what keeps it knows. */
const marked = new WeakSet<object>();

function marking(parts: SnowplowParts, lacks: When): SnowplowParts {
  return withRule(parts, 'collector-fields', (sound) => (event) => {
    sound(event);
    if (lacks(event)) marked.add(event.row);
  });
}

const refused: Outcome = {
  id: 'demanded',
  says: 'becomes a bad row',
  apply: (parts, lacks) => refusing((event) => (lacks(event) ? 'a parameter is missing' : undefined))(parts),
};
const dropped: Outcome = {
  id: 'dropped-without',
  says: 'is answered and not stored',
  apply: (parts, lacks) => ({
    ...marking(parts, lacks),
    keep: (insert, row) => {
      if (!marked.has(row)) parts.keep(insert, row);
    },
  }),
};
const misplaced: Outcome = {
  id: 'misplaced-without',
  says: 'is stored without its application, as if its columns had moved up',
  apply: (parts, lacks) =>
    withRow(marking(parts, lacks), (row) => (marked.has(row) ? { ...row, app_id: row.platform ?? null } : row)),
};

/** By wire form: a reader of numbers fails in another way than one of texts. */
const outcomes: Readonly<Record<string, Outcome>> = {
  integer: dropped,
  decimal: misplaced,
  dimensions: refused,
  flag: misplaced,
  url: misplaced,
  'ip-address': dropped,
  'epoch-millis': refused,
  json: dropped,
  'base64-json': dropped,
};

/** By the length of the name, so that another parameter changes nothing of this one's fault. */
const ofTexts = [refused, dropped, misplaced];

/** Files of their own break these. */
const brokenElsewhere = new Set(['p', 'uid', 'aid']);

export const lackingFaults: readonly SnowplowFault[] = [
  {
    id: 'snowplow.aid.demanded',
    requirement: 'snowplow.aid.optional',
    description: 'An event without aid becomes a bad row.',
    apply: refusing(({ values }) => (values.has('aid') ? undefined : 'aid is missing')),
  },
  ...all
    .filter(({ name }) => Object.hasOwn(facts.requirements, `snowplow.${name}.optional`) && !brokenElsewhere.has(name))
    .map(({ name, wireForm }): SnowplowFault => {
      const outcome = outcomes[wireForm] ?? ofTexts[name.length % ofTexts.length] ?? refused;
      return {
        id: `snowplow.${name}.${outcome.id}`,
        requirement: `snowplow.${name}.optional`,
        description: `An event without ${name} ${outcome.says}.`,
        apply: (parts) => outcome.apply(parts, ({ values }) => !values.has(name)),
      };
    }),
];
