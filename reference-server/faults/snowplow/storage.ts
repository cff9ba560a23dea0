import type { Parameter } from '../../../generated/model.ts';
import { facts } from '../../../generated/snowplow/2014-01/facts.ts';
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Row } from '../../storage/store.ts';
import type { Fault } from '../fault.ts';
import { textChanged, withForm, withParameters, withRow, withRule } from './replace.ts';

const parameters: Readonly<Record<string, Parameter>> = facts.parameters;

/** One event in so many falls to the fault: rare enough to pass a glance, often enough for any run. */
const oneIn = 20;

export const storageFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.transport.mixed-up',
    requirement: 'snowplow.transport.at-once',
    description: 'Events that arrive in the same millisecond all take the title of the first.',
    apply: (parts) => {
      let first: Row = {};
      return {
        ...parts,
        keep: (insert, row) => {
          if (row.collector_tstamp !== first.collector_tstamp) first = row;
          parts.keep(insert, { ...row, page_title: first.page_title ?? null });
        },
      };
    },
  },
  {
    id: 'snowplow.event.lost',
    requirement: 'snowplow.event.once',
    description: `Every ${oneIn}th event is answered and not stored.`,
    rare: true,
    apply: (parts) => {
      let count = 0;
      return {
        ...parts,
        keep: (insert, row) => {
          count += 1;
          if (count % oneIn !== 0) parts.keep(insert, row);
        },
      };
    },
  },
  {
    id: 'snowplow.event.twice',
    requirement: 'snowplow.event.once',
    description: `Every ${oneIn}th event is stored twice.`,
    rare: true,
    apply: (parts) => {
      let count = 0;
      return {
        ...parts,
        keep: (insert, row) => {
          count += 1;
          parts.keep(insert, row);
          if (count % oneIn === 0) parts.keep(insert, row);
        },
      };
    },
  },
  {
    id: 'snowplow.bad-row.half-stored',
    requirement: 'snowplow.bad-row.not-an-event',
    description: 'An event with a malformed value is stored with what could be read, and a zero where it could not.',
    apply: (parts) =>
      withRule(parts, 'collector-fields', (sound) => (event) => {
        sound(event);
        if (event.faults.length === 0) return;
        event.row.event ??= 'page_view';
        const sent = [...event.values.keys()].flatMap((name) => parameters[name]?.columns ?? []);
        for (const { column } of sent) event.row[column] ??= 0;
        event.faults.length = 0;
      }),
  },
  {
    id: 'snowplow.bad-row.takes-next',
    requirement: 'snowplow.bad-row.neighbours',
    description: 'The event after a bad one is lost.',
    apply: (parts) => {
      let afterBad = false;
      return {
        ...parts,
        keepBad: (insert, row) => {
          afterBad = true;
          parts.keepBad(insert, row);
        },
        keep: (insert, row) => {
          if (!afterBad) parts.keep(insert, row);
          afterBad = false;
        },
      };
    },
  },
  {
    id: 'snowplow.bad-row.first-fault-only',
    requirement: 'snowplow.bad-row.every-fault',
    description: 'A bad row tells only the first fault.',
    apply: (parts) => ({
      ...parts,
      keepBad: (insert, row) => {
        const [first] = JSON.parse(String(row.errors)) as string[];
        parts.keepBad(insert, { ...row, errors: JSON.stringify([first]) });
      },
    }),
  },
  {
    id: 'snowplow.bad-row.dropped',
    requirement: 'snowplow.bad-row.kept',
    description: 'Bad requests are dropped.',
    apply: (parts) => ({ ...parts, keepBad: () => {} }),
  },
  {
    id: 'snowplow.storage.one-application',
    requirement: 'snowplow.storage.applications',
    description: 'Events of one tracker are all stored under the first app_id that came with it.',
    apply: (parts) => {
      const first = new Map<string, string>();
      return withRow(parts, (row) => {
        const { app_id: application, v_tracker: tracker } = row;
        if (typeof application !== 'string' || typeof tracker !== 'string') return row;
        if (!first.has(tracker)) first.set(tracker, application);
        return { ...row, app_id: first.get(tracker) ?? application };
      });
    },
  },
  {
    id: 'snowplow.bad-row.read-from-the-beginning',
    requirement: 'snowplow.bad-row.not-an-event',
    description: 'What follows a size, and a zero after a flag, is not looked at.',
    rare: true,
    apply: (parts) => {
      const sizes = withForm(
        parts,
        'dimensions',
        textChanged((text) => text.replace(/^(\d+x\d+).*$/s, '$1')),
      );
      return withForm(
        sizes,
        'flag',
        textChanged((text) => text.replace(/^([01])0$/, '$1')),
      );
    },
  },
  {
    id: 'snowplow.storage.forty-parameters',
    requirement: 'snowplow.storage.every-parameter',
    description: 'Of an event with more than 45 parameters those after the 40th are not read.',
    apply: (parts) =>
      withParameters(parts, (values) => (values.size > 45 ? new Map([...values].slice(0, 40)) : values)),
  },
  {
    id: 'snowplow.storage.full-pings',
    requirement: 'snowplow.storage.every-parameter',
    description: 'A page ping with more than 45 parameters and cookie=0 loses the depth of colours.',
    rare: true,
    apply: (parts) =>
      withParameters(parts, (values) => {
        if (values.size <= 45 || values.get('e') !== 'pp' || values.get('cookie') !== '0') return values;
        return new Map([...values].filter(([name]) => name !== 'cd'));
      }),
  },
];
