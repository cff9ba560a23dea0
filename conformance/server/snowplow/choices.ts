/** What the target does where the protocol leaves it open; the report names each answer. */

import fc from 'fast-check';
import { choicesOf } from '../coverage/choices.ts';
import type { ExpectedRecord } from '../model.ts';
import { addressQuestions } from './choices/addresses.ts';
import { documentQuestions } from './choices/documents.ts';
import { eventQuestions } from './choices/events.ts';
import { limitQuestions } from './choices/limits.ts';
import { type Question, requirement } from './choices/question.ts';
import { textQuestions } from './choices/texts.ts';
import { valueQuestions } from './choices/values.ts';
import { snowplow } from './protocol.ts';
import { type Pairs, queryOf } from './request/hit.ts';
import { eventRow, of } from './row/rows.ts';

export const questions: readonly Question[] = [
  ...textQuestions,
  ...eventQuestions,
  ...valueQuestions,
  ...limitQuestions,
  ...addressQuestions,
  ...documentQuestions,
];

/** Questions of one case: enough cases put each of them several times. */
const MOST = 4;

function expectedOf(
  { ledger, name, where, columns, outcome }: Question,
  application: string,
  slot: number,
): ExpectedRecord {
  const row = eventRow(`${name} ${slot}`, { ...of(application), ...where }, requirement, columns);
  return outcome === undefined ? row : { ...row, optional: { ledger, ...outcome } };
}

/** Kind of event and platform, unless they are what is asked. */
function kindOf({ code, pairs }: Question): Pairs {
  const platform: Pairs = pairs.some(([name]) => name === 'p') ? [] : [['p', 'web']];
  return code === undefined ? platform : [['e', code], ...platform];
}

export const choices = snowplow<readonly Question[]>({
  id: 'snowplow.choices',
  requirements: [requirement],
  casesPerRun: 4,
  branches: choicesOf(
    questions.map(({ ledger }) => ledger),
    (asked) => asked.map(({ ledger }) => ledger),
  ),
  plan: () => fc.array(fc.constantFrom(...questions), { minLength: 1, maxLength: MOST, size: 'max' }),
  render: (asked, identity) => ({
    requests: asked.map((one, slot) => ({
      method: 'GET',
      ...one.request,
      query: queryOf([...kindOf(one), ['aid', identity.text(slot)], ...one.pairs]),
    })),
    expected: asked.map((one, slot) => expectedOf(one, identity.text(slot), slot)),
    absent: [],
  }),
});
