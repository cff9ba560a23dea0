/** Slots that are not as they should be are left out, and the request is tracked. */
import fc, { type Arbitrary } from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { Experiment } from '../../model.ts';
import { type Slots, slots, storedSlots } from '../draw/slots.ts';
import { get, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

interface Plan {
  requirement: RequirementId;
  scope: '_cvar' | 'cvar';
  text: string;
  kept: Slots;
}

const scope = fc.constantFrom('_cvar' as const, 'cvar' as const);
const badSlot = fc.constantFrom<(readonly [slot: string, value: unknown])[]>(
  ['0', ['name', 'value']],
  ['6', ['name', 'value']],
  ['-1', ['name', 'value']],
  ['slot', ['name', 'value']],
);
const badPair = fc.constantFrom<unknown[]>(
  ['name'],
  ['name', 'value', 'more'],
  [],
  'text',
  'ab',
  7,
  true,
  null,
  [['name'], 'value'],
  [true, 'value'],
);
const noJson = fc.constantFrom(
  '{',
  'name',
  '{"1":["a","b"]',
  '[',
  "{'1':['a','b']}",
  '{"1":["a","b"],}',
  'null',
  '7',
  '"text"',
);
const blank = fc.constantFrom(' ', '  ');

/** Good slots, and one that is none of the five. */
const outside: Arbitrary<Plan> = fc.tuple(scope, slots, badSlot).map(([name, kept, [slot, value]]) => ({
  requirement: 'piwik.custom-variables.bad-slot',
  scope: name,
  text: JSON.stringify({ ...kept, [slot]: value }),
  kept,
}));

/** Good slots but for the last three, which hold no pairs. */
const noPair: Arbitrary<Plan> = fc
  .tuple(scope, slots, badPair, badPair, badPair)
  .map(([name, { 3: _third, 4: _fourth, 5: _fifth, ...kept }, third, fourth, fifth]) => ({
    requirement: 'piwik.custom-variables.bad-slot',
    scope: name,
    text: JSON.stringify({ ...kept, 3: third, 4: fourth, 5: fifth }),
    kept,
  }));

const unreadable: Arbitrary<Plan> = fc.tuple(scope, noJson).map(([name, text]) => ({
  requirement: 'piwik.custom-variables.not-json',
  scope: name,
  text,
  kept: {},
}));

const padded: Arbitrary<Plan> = fc.tuple(scope, slots, blank, blank).map(([name, kept, before, after]) => ({
  requirement: 'piwik.custom-variables.trimmed',
  scope: name,
  text: JSON.stringify(
    Object.fromEntries(
      Object.entries(kept).map(([slot, pair = ['', '']]) => [slot, pair.map((text) => before + text + after)]),
    ),
  ),
  kept,
}));

/** Bad are the last three slots, which otherwise hold pairs, or one that is none of the five. */
function withoutPair(text: string): boolean {
  return Object.keys(JSON.parse(text)).every((slot) => /^[1-5]$/.test(slot));
}

export const customVariablesOdd: Experiment<Plan> = {
  id: 'piwik.custom-variables-odd',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    'piwik.custom-variables.bad-slot',
    'piwik.custom-variables.not-json',
    'piwik.custom-variables.trimmed',
  ],
  branches: {
    'no such slot': ({ requirement, text }) => requirement.endsWith('.bad-slot') && !withoutPair(text),
    'a slot without a pair': ({ requirement, text }) => requirement.endsWith('.bad-slot') && withoutPair(text),
    'no JSON': ({ requirement }) => requirement.endsWith('.not-json'),
    'blanks around': ({ requirement }) => requirement.endsWith('.trimmed'),
    'of the visit': (plan) => plan.scope === '_cvar',
    'of the action': (plan) => plan.scope === 'cvar',
  },
  plan: () =>
    fc.oneof(
      { weight: 1, arbitrary: outside },
      // There are ten ways to be no pair.
      { weight: 3, arbitrary: noPair },
      { weight: 1, arbitrary: unreadable },
      { weight: 1, arbitrary: padded },
    ),
  render: ({ requirement, scope: name, text, kept }, identity, target) => {
    const who = person(0, identity);
    const table = name === '_cvar' ? 'log_visit' : 'log_link_visit_action';
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), [name, wireOf(text)]]))],
      expected: [
        row(
          table,
          'row',
          of(who),
          requirement,
          storedSlots(kept, (value) => holds(value, requirement)),
        ),
      ],
      absent: [],
    };
  },
};
