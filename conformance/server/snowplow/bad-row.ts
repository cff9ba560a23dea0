/** A request that cannot become an event is kept as a bad row, and disturbs no other. */
import fc from 'fast-check';
import type { Parameter } from '../../../generated/model.ts';
import type { StoredValue } from '../model.ts';
import { asIfValid, emptied, oneWrong, severalWrong, type Wrong } from './bad-row/wrong.ts';
import { codeFor } from './draw/groups.ts';
import { facts, snowplow } from './protocol.ts';
import { event, get, type Pairs, queryOf } from './request/hit.ts';
import { fits, shares } from './row/cells.ts';
import { badRow, eventRow, noEvent, of } from './row/rows.ts';

interface Plan {
  wrong: Wrong;
  several: readonly Wrong[];
}

/** The list in a JSON column; doors give it as text or as it is. */
function listIn(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Judges the column `errors`, a list of sentences. */
function sentencesFault(least: number): (value: StoredValue) => string | undefined {
  return (value) => {
    const errors = listIn(value);
    if (!Array.isArray(errors) || errors.some((one) => typeof one !== 'string')) return 'is no list of sentences';
    return errors.length < least ? `has ${errors.length} sentences` : undefined;
  };
}

/** The event of one parameter, in the kind it belongs to. */
function carrying(application: string, name: string, wire: string): Pairs {
  return event(codeFor(facts.parameters[name] as Parameter), application, [[name, wire]]);
}

const neighbours = 'snowplow.bad-row.neighbours';
/** The event before and the one after are stored alike; whether rightly is not asked here. */
const intact = { br_viewwidth: shares('alike', neighbours), br_viewheight: shares('alike', neighbours) };

/** The malformed value goes between two good events, and with its valid twin, one edit away. */
export const badRows = snowplow<Plan>({
  id: 'snowplow.bad-row',
  requirements: ['snowplow.bad-row.not-an-event', neighbours, 'snowplow.bad-row.kept', 'snowplow.bad-row.every-fault'],
  plan: () => fc.record({ wrong: oneWrong, several: severalWrong }),
  render: ({ wrong, several }, identity) => {
    const [before, bad, twin, worse, after] = [0, 1, 2, 3, 4].map((slot) => identity.text(slot)) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const good = (application: string) =>
      get(
        event('pv', application, [
          ['p', 'web'],
          ['vp', '800x600'],
        ]),
      );
    const badPairs = carrying(bad, wrong.name, wrong.malformed.wire);
    const worsePairs = event(
      'pv',
      worse,
      several.map(({ name, malformed }) => [name, malformed.wire]),
    );
    return {
      requests: [
        good(before),
        get(badPairs),
        get(carrying(twin, wrong.name, wrong.malformed.twin.wire)),
        get(worsePairs),
        good(after),
      ],
      expected: [
        eventRow('before', of(before), neighbours, intact),
        emptied(bad, wrong),
        eventRow('twin', of(twin), 'snowplow.bad-row.not-an-event'),
        eventRow('after', of(after), neighbours, intact),
        badRow('kept', queryOf(badPairs), 'snowplow.bad-row.kept', {
          errors: fits('at least one sentence', 'snowplow.bad-row.kept', sentencesFault(1)),
        }),
        badRow('several', queryOf(worsePairs), 'snowplow.bad-row.every-fault', {
          errors: fits(
            `at least ${several.length} sentences`,
            'snowplow.bad-row.every-fault',
            sentencesFault(several.length),
          ),
        }),
      ],
      absent: [noEvent(asIfValid(bad, wrong), 'snowplow.bad-row.not-an-event', 'twin')],
    };
  },
});
