/** Samples of the wire form `custom-variables`: a JSON object from slot to a pair of name and value. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter, ParameterColumn } from '../../../generated/model.ts';
import type { Cell } from '../model.ts';
import { plain, unicode } from './characters.ts';
import { drawn, is, type Meaning } from './drawn.ts';
import type { SampleClasses } from './form.ts';
import { textCell } from './text-cell.ts';

const SLOTS = ['1', '2', '3', '4', '5'];

type Variables = Readonly<Record<string, readonly [name: string, value: string]>>;

/** `custom_var_k3` shows the name in slot 3, `custom_var_v3` the value; nothing when the slot is not sent. */
function cell(column: ParameterColumn, variables: Variables, facts: Facts): Cell {
  const [, part, slot] = /_([kv])([1-5])$/.exec(column.column) ?? [];
  const pair = slot === undefined ? undefined : variables[slot];
  return pair === undefined ? is(null) : textCell(column, part === 'k' ? pair[0] : pair[1], facts);
}

function variablesOf(texts: Arbitrary<string>, slots: Arbitrary<readonly string[]>): Arbitrary<Variables> {
  const pairs = fc.array(fc.tuple(texts, texts), { minLength: SLOTS.length, maxLength: SLOTS.length });
  return fc
    .tuple(slots, pairs)
    .map(([chosen, drawnPairs]) =>
      Object.fromEntries(chosen.map((slot, index) => [slot, drawnPairs[index] ?? ['', '']])),
    );
}

export function customVariablesSamples(parameter: Parameter, facts: Facts): SampleClasses {
  const meaning = (variables: Variables): Meaning => ({
    text: JSON.stringify(variables),
    stored: parameter.columns.map((column) => cell(column, variables, facts)),
  });
  const some = fc.subarray(SLOTS, { minLength: 1, maxLength: 3 });
  return {
    ordinary: drawn('ordinary', variablesOf(plain(12), some).map(meaning)),
    unicode: drawn('unicode', variablesOf(unicode(18), some).map(meaning)),
    'all-slots': drawn('all-slots', variablesOf(plain(12), fc.constant(SLOTS)).map(meaning)),
  };
}
