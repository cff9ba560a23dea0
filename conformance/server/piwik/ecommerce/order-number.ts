/** Order numbers of every kind of text. */
import fc from 'fast-check';
import type { Parameter } from '../../../../generated/model.ts';
import { facts, type RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { Cell, Experiment, Sample, StoredValue } from '../../model.ts';
import { coreSample } from '../../samples/samples.ts';
import { get, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { of, row } from '../row/rows.ts';

const requirement: RequirementId = 'piwik.ec_id.stored';

/** What a column must hold when `before` stands in front of the text: order numbers are unique. */
function behind(before: string, cell: Cell): Cell {
  const joined = (value: StoredValue) => `${before}${value}`;
  if (cell.kind === 'is') return { ...cell, value: joined(cell.value) };
  if (cell.kind !== 'answer') return cell;
  const answers = Object.entries(cell.answers).map(([name, value]) => [name, joined(value)]);
  return { ...cell, answers: Object.fromEntries(answers) };
}

export const orderNumber: Experiment<{ sample: Sample }> = {
  id: 'piwik.ecommerce-order-number',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  features: ['ecommerce'],
  plan: () => {
    const sample = coreSample(facts.parameters.ec_id as Parameter, facts);
    if (sample === undefined) throw new Error('ec_id has no value class at MUST: add one to its wire form in spec/');
    return fc.record({ sample });
  },
  render: ({ sample }, identity, target) => {
    const who = person(0, identity);
    const before = `${identity.text(0)} `;
    const cell = behind(before, sample.stored[0] as Cell);
    return {
      requests: [
        get(
          hitOf(who, target, [
            ...viewing(page(0, identity)),
            ['idgoal', '0'],
            ['ec_id', `${wireOf(before)}${sample.wire}`],
            ['revenue', '10'],
          ]),
        ),
      ],
      expected: [row('log_conversion', 'order', of(who), requirement, { idorder: { cell, requirement } })],
      absent: [],
    };
  },
};
