/** An event is stored whichever parameter it lacks. */
import fc from 'fast-check';
import { allOf, type Chosen, pairsOf } from './draw/chosen.ts';
import { implemented } from './draw/groups.ts';
import { derived, facts, snowplow } from './protocol.ts';
import { event, get, type Pairs } from './request/hit.ts';
import { eventRow, of } from './row/rows.ts';

interface Plan {
  lacking: readonly string[];
  all: readonly Chosen[];
}

const usual = new Set(implemented.map(({ name }) => name));

/** Rows are told apart by `aid`, so its lack is another experiment's. */
const lackable = Object.values(facts.parameters)
  .filter(({ name, level }) => level !== 'required' && name !== 'aid')
  .map(({ name }) => name);

/** Collectors of today refuse contexts and properties as they were written first; `p` is sent with the others. */
const unsent = ['co', 'cx', 'ue_pr', 'ue_px', 'p'];

/** Those not every collector reads, each with an example of the document: they must be lacking one by one, too. */
const lessUsual: Pairs = Object.values(facts.parameters)
  .filter(
    ({ name, examples }) =>
      !unsent.includes(name) && lackable.includes(name) && !usual.has(name) && examples.length > 0,
  )
  .map(({ name, examples }) => [name, examples[0]?.wire ?? '']);

function without(name: string, pairs: Pairs): Pairs {
  return pairs.filter(([sent]) => sent !== name);
}

/** Every other parameter is sent, so that a refusal can only be for the one that is lacking. */
export const optional = snowplow<Plan>({
  id: 'snowplow.optional',
  broad: true,
  requirements: lackable.map((name) => derived(name, 'optional')),
  casesPerRun: 3,
  branches: {},
  plan: () => fc.record({ lacking: fc.subarray(lackable, { minLength: 1, maxLength: 10 }), all: allOf(implemented) }),
  render: ({ lacking, all }, identity) => ({
    requests: lacking.map((name, slot) =>
      get(event('pv', identity.text(slot), without(name, [...lessUsual, ...pairsOf(all)]))),
    ),
    expected: lacking.map((name, slot) => eventRow(name, of(identity.text(slot)), derived(name, 'optional'))),
    absent: [],
  }),
});
