/** Order numbers of every kind of text. */
import fc from 'fast-check';
import type { Cell, Experiment, StoredValue } from '../../model.ts';
import { type Given, given, storing } from '../draw/given.ts';
import { get, type Pairs } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { of, row } from '../row/rows.ts';

/** What a column must hold when `before` stands in front of the text; one that fills its column loses its end. */
function behind(before: string, cell: Cell, isFull: boolean): Cell {
  const joined = (value: StoredValue) => `${before}${isFull ? String(value).slice(before.length) : value}`;
  if (cell.kind === 'is') return { ...cell, value: joined(cell.value) };
  if (cell.kind !== 'answer') return cell;
  const answers = Object.entries(cell.answers).map(([name, value]) => [name, joined(value)]);
  return { ...cell, answers: Object.fromEntries(answers) };
}

export const orderNumber: Experiment<{ number: Given }> = {
  id: 'piwik.ecommerce-order-number',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: storing('ec_id'),
  features: ['ecommerce'],
  casesPerRun: 2,
  branches: {},
  plan: () => fc.record({ number: given('ec_id') }),
  render: ({ number: { sample, requirement } }, identity, target) => {
    const who = person(0, identity);
    // Order numbers are unique, so each begins with a text of its own.
    const before = `${identity.text(0)}-`;
    const isFull = sample.class === 'long';
    const wire = `${before}${isFull ? sample.wire.slice(before.length) : sample.wire}`;
    const cell = behind(before, sample.stored[0] as Cell, isFull);
    const pairs: Pairs = [
      ['idgoal', '0'],
      ['ec_id', wire],
      ['revenue', '10'],
    ];
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ...pairs]))],
      expected: [row('log_conversion', 'order', of(who), requirement, { idorder: { cell, requirement } })],
      absent: [],
    };
  },
};
