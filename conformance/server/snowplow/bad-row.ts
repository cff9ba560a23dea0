/** A request that cannot become an event is kept as a bad row, and disturbs no other. */

import fc from 'fast-check';
import type { Parameter } from '../../../generated/model.ts';
import type { RequirementId } from '../../../generated/snowplow/2014-01/facts.ts';
import { choicesOf } from '../coverage/choices.ts';
import type { ExpectedRecord, StoredValue } from '../model.ts';
import { asIfValid, checked, emptied, oneWrong, severalWrong, type Wrong } from './bad-row/wrong.ts';
import { codeFor } from './draw/groups.ts';
import { facts, snowplow } from './protocol.ts';
import { event, get, type Pairs, pageView, queryOf } from './request/hit.ts';
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
  return event(codeFor(facts.parameters[name] as Parameter), application, [
    ['p', 'web'],
    [name, wire],
  ]);
}

/** Several malformed values in one event. */
function carryingAll(application: string, several: readonly Wrong[]): Pairs {
  const pairs = several.map(({ name, malformed }) => [name, malformed.wire] as const);
  return pageView(application, pairs);
}

const NEIGHBOUR: Pairs = [['vp', '800x600']];
const neighbours = 'snowplow.bad-row.neighbours';

/** The events before and after are stored alike; whether rightly is not asked here. */
function neighbour(key: string, application: string): ExpectedRecord {
  const alike = shares('alike', neighbours);
  return eventRow(key, of(application), neighbours, { br_viewwidth: alike, br_viewheight: alike });
}

function kept(key: string, pairs: Pairs, requirement: RequirementId, least: number): ExpectedRecord {
  const errors = fits(`at least ${least} sentences`, requirement, sentencesFault(least));
  return badRow(key, queryOf(pairs), requirement, { errors });
}

/** The malformed value goes between two good events, and with its valid twin, one edit away. */
export const badRows = snowplow<Plan>({
  id: 'snowplow.bad-row',
  requirements: ['snowplow.bad-row.not-an-event', neighbours, 'snowplow.bad-row.kept', 'snowplow.bad-row.every-fault'],
  branches: choicesOf(
    checked.map(({ wireForm }) => wireForm),
    ({ wrong }) => facts.parameters[wrong.name]?.wireForm,
  ),
  plan: () => fc.record({ wrong: oneWrong, several: severalWrong }),
  render: ({ wrong, several }, identity) => {
    const [before, after] = [identity.text(0), identity.text(1)];
    const [bad, twin, worse] = [identity.text(2), identity.text(3), identity.text(4)];
    const badPairs = carrying(bad, wrong.name, wrong.malformed.wire);
    const worsePairs = carryingAll(worse, several);
    return {
      requests: [
        get(pageView(before, NEIGHBOUR)),
        get(badPairs),
        get(carrying(twin, wrong.name, wrong.malformed.twin.wire)),
        get(worsePairs),
        get(pageView(after, NEIGHBOUR)),
      ],
      expected: [
        neighbour('before', before),
        emptied(bad, wrong),
        eventRow('twin', of(twin), 'snowplow.bad-row.not-an-event'),
        neighbour('after', after),
        kept('kept', badPairs, 'snowplow.bad-row.kept', 1),
        kept('kept with every fault', worsePairs, 'snowplow.bad-row.every-fault', several.length),
      ],
      absent: [noEvent(asIfValid(bad, wrong), 'snowplow.bad-row.not-an-event', 'twin')],
    };
  },
});
