/** A request that lacks an optional parameter and carries all the others is tracked. */
import fc, { type Arbitrary } from 'fast-check';
import { facts, type ParameterName, type RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import type { Experiment } from '../model.ts';
import { get, type Pairs, wireOf } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { headersOf, person, privileges, tracked } from './request/person.ts';
import { on, row } from './row/rows.ts';

const optional = Object.values(facts.parameters)
  .filter(({ level }) => level !== 'required')
  .map(({ name }) => name as ParameterName);

/** Signs of other kinds of request, other visitors and other times, which no page view bears: all are tried at once. */
const never = ['download', 'link', 'search', 'idgoal', 'e_c', 'e_a', 'cid', 'cdt', 'ping'] as const;
const usual = optional.filter((name) => !(never as readonly string[]).includes(name));
/** Of people and of the token there is one value only. */
const drawn = usual.filter((name) => !['_id', 'lang', 'ua', 'cip', 'token_auth'].includes(name));

interface Plan {
  missing: readonly ParameterName[];
  /** Values of the others: one of the examples in the file of each, null for the few that are left out, too. */
  values: Readonly<Partial<Record<ParameterName, string | null>>>;
}

function example(name: ParameterName): Arbitrary<string> {
  return fc.constantFrom(...(facts.parameters[name]?.examples ?? []).map(({ wire }) => wire));
}

/** Without a token a tracker may refuse them. */
function isPrivileged(name: string): boolean {
  return facts.parameters[name]?.authentication === 'admin';
}

export const optionalParameters: Experiment<Plan> = {
  id: 'piwik.optional-parameters',
  broad: true,
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: optional.map((name) => `piwik.${name}.optional` as RequirementId),
  casesPerRun: 15,
  branches: {},
  plan: () =>
    fc.record({
      missing: fc.oneof(
        { weight: usual.length, arbitrary: fc.constantFrom(...usual).map((name) => [name]) },
        { weight: 1, arbitrary: fc.constant(never) },
      ),
      values: fc.record(
        Object.fromEntries(drawn.map((name) => [name, fc.option(example(name), { freq: 50, nil: null })])),
      ),
    }),
  render: ({ missing, values }, identity, target) => {
    const who = person(0, identity);
    const shown = page(0, identity);
    const given = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== null);
    const told: Pairs = [...given, ['ua', wireOf(who.computer.agent.text)]];
    const self: Pairs = [['_id', who.visitor], ['lang', wireOf(who.language)], ...privileges(who, target)];
    const left = [...told, ...self].filter(([name]) => !(missing as readonly string[]).includes(name));
    const hasToken = left.some(([name]) => name === 'token_auth');
    const allowed = left.filter(([name]) => hasToken || !isPrivileged(name));
    return {
      requests: [get({ pairs: [...tracked(target), ...viewing(shown), ...allowed], headers: headersOf(who) })],
      expected: missing.map((name) =>
        row('log_link_visit_action', name, on(shown), `piwik.${name}.optional` as RequirementId),
      ),
      absent: [],
    };
  },
};
