/** A request that lacks an optional parameter and carries all the others is tracked. */
import fc, { type Arbitrary } from 'fast-check';
import { facts, type ParameterName, type RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import type { Experiment } from '../model.ts';
import { get, type Pairs, wireOf } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { headersOf, person, privileges, tracked } from './request/person.ts';
import { on, row } from './row/rows.ts';

/** Not required, and no sign of another kind of request than a page view or of one that is not tracked. */
const optional = Object.values(facts.parameters)
  .filter(({ level }) => level !== 'required')
  .map(({ name }) => name as ParameterName);

/** Signs of other kinds: with them a page view would be something else, or another visitor. */
const otherKinds = new Set<ParameterName>([
  'download',
  'link',
  'search',
  'idgoal',
  'e_c',
  'e_a',
  'bots',
  'cid',
  'new_visit',
  'cdt',
  'cip',
  'token_auth',
  '_id',
]);

const usual = optional.filter((name) => !otherKinds.has(name));

/** The value of each usual parameter: one of the examples in its file. */
type Plan = { missing: ParameterName; values: Readonly<Partial<Record<ParameterName, string>>> };

function example(name: ParameterName): Arbitrary<string> {
  return fc.constantFrom(...(facts.parameters[name]?.examples ?? []).map(({ wire }) => wire));
}

/** Without a token a tracker may refuse them. */
function isPrivileged(name: string): boolean {
  return facts.parameters[name]?.authentication === 'admin';
}

export const optionalParameters: Experiment<Plan> = {
  id: 'piwik.optional-parameters',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: optional.map((name) => `piwik.${name}.optional` as RequirementId),
  casesPerRun: 10,
  plan: () =>
    fc.record({
      missing: fc.constantFrom(...optional),
      values: fc.record(Object.fromEntries(usual.map((name) => [name, example(name)])), { requiredKeys: [] }),
    }),
  render: ({ missing, values }, identity, target) => {
    const who = person(0, identity);
    const shown = page(0, identity);
    const others = Object.entries(values).filter(([name]) => name !== 'ua' && name !== 'lang');
    const self: Pairs = [...others, ['_id', who.visitor], ['lang', wireOf(who.language)], ...privileges(who, target)];
    const hasToken = target.token !== undefined && missing !== 'token_auth';
    const left = self.filter(([name]) => name !== missing && (hasToken || !isPrivileged(name)));
    const pairs = [...tracked(target), ...viewing(shown), ...left];
    const requirement = `piwik.${missing}.optional` as RequirementId;
    return {
      requests: [get({ pairs, headers: headersOf(who) })],
      expected: [row('log_link_visit_action', 'action', on(shown), requirement)],
      absent: [],
    };
  },
};
