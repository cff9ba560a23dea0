/** Values of custom variables that are no texts, and texts that are too long. */
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { ExpectedColumn, StoredValue } from '../../model.ts';
import { type Probe, questions } from '../ledger/probe.ts';
import { get, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds, mayHold } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

const values = 'piwik.custom-variables.values';
const slots = 'piwik.custom-variables.slot-read-as-number';
const trimmed = 'piwik.custom-variables.trimmed';

/** The second slot of the visit; another slot beside it must not suffer. */
function second(
  requirement: RequirementId,
  variables: Readonly<Record<string, readonly unknown[]>>,
  [name, value]: readonly [name: StoredValue, value: StoredValue | ExpectedColumn],
): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const text = JSON.stringify({ ...variables, 5: ['kept', 'too'] });
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ['_cvar', wireOf(text)]]))],
      expected: [
        row('log_visit', 'visit', of(who), requirement, {
          custom_var_k2: holds(name, requirement),
          custom_var_v2: typeof value === 'object' && value !== null ? value : holds(value, requirement),
          custom_var_v5: holds('too', requirement),
        }),
      ],
    };
  };
}

/** Four bytes each. */
const horns = (count: number) => '\u{1d306}'.repeat(count);
const cut = mayHold('piwik.text-cut', { characters: horns(200), bytes: horns(50), kept: horns(201) }, trimmed);

export const customVariableValues = questions({
  id: 'piwik.custom-variables-values',
  requirements: [values, slots, trimmed],
  probes: {
    null: second(values, { 2: ['name', null] }, ['name', '']),
    false: second(values, { 2: ['name', false] }, ['name', '']),
    true: second(values, { 2: ['name', true] }, ['name', '1']),
    number: second(values, { 2: ['name', 2.5] }, ['name', '2.5']),
    'number as name': second(values, { 2: [7, 'value'] }, ['7', 'value']),
    'empty text': second(values, { 2: ['name', ''] }, ['name', '']),
    'no name': second(values, { 2: [null, 'value'] }, ['', 'value']),
    'list as value': second(values, { 2: ['name', ['value']] }, ['name', '']),
    'leading zero': second(slots, { '02': ['name', 'value'] }, ['name', 'value']),
    'letters behind': second(slots, { '2nd': ['name', 'value'] }, ['name', 'value']),
    'too long': second(trimmed, { 2: ['name', horns(201)] }, ['name', cut]),
  },
});
