/** A request without `rec`, or for a site that does not exist, stores nothing; one with the required parameters does. */
import fc from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import type { Experiment } from '../model.ts';
import { get, type Hit, replaced, without } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { anonymous, bareHitOf, person } from './request/person.ts';
import { noRow, of, on, row } from './row/rows.ts';

/** What is left out (undefined) or sent instead, and which requirement forbids it. */
interface Plan {
  name: 'rec' | 'idsite';
  wire: string | undefined;
  /** How many parameters stand beside it, from none to all the usual ones. */
  alone: boolean;
}

const forbidding: Readonly<Record<Plan['name'], RequirementId>> = {
  rec: 'piwik.required-parameters.without-rec',
  idsite: 'piwik.required-parameters.unknown-site',
};

/** Numbers of sites that nobody has. */
const nowhere = ['0', '999999999', '2147483647'];

function lacking(hit: Hit, { name, wire }: Plan): Hit {
  return wire === undefined ? without(hit, name) : replaced(hit, name, wire);
}

export const requiredParameters: Experiment<Plan> = {
  id: 'piwik.required-parameters',
  broad: true,
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [...Object.values(forbidding), 'piwik.required-parameters.required-alone'],
  casesPerRun: 2,
  branches: {
    'no rec': ({ name, wire }) => name === 'rec' && wire === undefined,
    'rec=0': ({ name, wire }) => name === 'rec' && wire === '0',
    'no idsite': ({ name, wire }) => name === 'idsite' && wire === undefined,
    'no such site': ({ name, wire }) => name === 'idsite' && wire !== undefined,
    'with the required parameters alone': ({ alone }) => alone,
    'with usual parameters': ({ alone }) => !alone,
  },
  plan: () =>
    fc.oneof(
      fc.record({ name: fc.constant('rec' as const), wire: fc.constantFrom(undefined, '0'), alone: fc.boolean() }),
      fc.record({
        name: fc.constant('idsite' as const),
        wire: fc.constantFrom(undefined, ...nowhere),
        alone: fc.boolean(),
      }),
    ),
  render: (plan, identity, target) => {
    const requirement = forbidding[plan.name];
    const [lost, found, bare] = [person(0, identity), person(1, identity), anonymous(person(2, identity))];
    const pages = [page(0, identity), page(1, identity), page(2, identity)] as const;
    const rowsOf = (index: 0 | 1) => (plan.alone ? on(pages[index]) : of(index === 0 ? lost : found));
    const asDrawn = (who: typeof lost) => (plan.alone ? anonymous(who) : who);
    return {
      requests: [
        get(lacking(bareHitOf(asDrawn(lost), target, viewing(pages[0])), plan)),
        get(bareHitOf(asDrawn(found), target, viewing(pages[1]))),
        get(bareHitOf(bare, target, viewing(pages[2]))),
      ],
      expected: [
        row('log_link_visit_action', 'twin', rowsOf(1), requirement),
        row('log_link_visit_action', 'alone', on(pages[2]), 'piwik.required-parameters.required-alone'),
      ],
      absent: [noRow('log_link_visit_action', rowsOf(0), requirement, 'twin')],
    };
  },
};
