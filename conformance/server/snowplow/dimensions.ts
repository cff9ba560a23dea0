/** Sizes: which number is the width, and which size belongs to which columns. */

import fc from 'fast-check';
import type { ParameterName, RequirementId } from '../../../generated/snowplow/2014-01/facts.ts';
import { choicesOf } from '../coverage/choices.ts';
import { parameter, snowplow } from './protocol.ts';
import { get, pageView } from './request/hit.ts';
import { holds } from './row/cells.ts';
import { type Columns, eventRow, of } from './row/rows.ts';

interface Plan {
  size: ParameterName;
  width: number;
  /** Added to the width: never zero, so that the two can be told apart. */
  taller: number;
  side: number;
}

const sizes: readonly ParameterName[] = ['res', 'ds', 'vp'];
/** The ledger leaves the order open for `res`, whose columns the page lists height first. */
const ordered: readonly ParameterName[] = ['vp', 'ds'];

function cells(name: ParameterName, width: number, height: number, requirement: RequirementId): Columns {
  const [first, second] = parameter(name).columns;
  if (first === undefined || second === undefined) throw new Error(`${name} does not fill two columns`);
  return { [first.column]: holds(width, requirement), [second.column]: holds(height, requirement) };
}

/** Squares of three sides tell the parameters apart whatever the order of the numbers. */
export const dimensions = snowplow<Plan>({
  id: 'snowplow.dimensions',
  requirements: ['snowplow.dimensions.apart', 'snowplow.dimensions.width-first'],
  branches: choicesOf(ordered, ({ size }) => size),
  plan: () =>
    fc.record({
      size: fc.constantFrom(...ordered),
      width: fc.integer({ min: 1, max: 3000 }),
      taller: fc.integer({ min: 1, max: 3000 }),
      side: fc.integer({ min: 1, max: 3000 }),
    }),
  render: ({ size, width, taller, side }, identity) => {
    const [order, apart] = [identity.text(0), identity.text(1)];
    const squares = sizes.map((name, index) => ({ name, side: side + index }));
    return {
      requests: [
        get(pageView(order, [[size, `${width}x${width + taller}`]])),
        get(
          pageView(
            apart,
            squares.map((square) => [square.name, `${square.side}x${square.side}`]),
          ),
        ),
      ],
      expected: [
        eventRow(
          'order',
          of(order),
          'snowplow.dimensions.width-first',
          cells(size, width, width + taller, 'snowplow.dimensions.width-first'),
        ),
        eventRow(
          'apart',
          of(apart),
          'snowplow.dimensions.apart',
          Object.assign(
            {},
            ...squares.map((square) => cells(square.name, square.side, square.side, 'snowplow.dimensions.apart')),
          ),
        ),
      ],
      absent: [],
    };
  },
});
