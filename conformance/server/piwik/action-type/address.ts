/** How the address of a page is written down: what is told apart, lowered in case or left out of it. */

import fc, { type Arbitrary } from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../../coverage/choices.ts';
import type { Experiment } from '../../model.ts';
import { listOf } from '../draw/constants.ts';
import { get } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

type Pair = readonly [name: string, value: string];

/** The address as sent and as it must be named; both follow the page's own path. */
interface Plan {
  requirement: RequirementId;
  prefix: number;
  upperHost: boolean;
  sent: string;
  kept: string;
}

const plain = { prefix: 0, upperHost: false, sent: '', kept: '' };
const word = fc.string({ unit: fc.constantFrom(...'abcXYZ019'), minLength: 1, maxLength: 6 });
const pairs = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'page', 'id'), word), { maxLength: 3 });

const excluded = listOf('action-type', 'excludedParameters');
const campaigns = [...listOf('referrer', 'campaignNames'), ...listOf('referrer', 'campaignKeywords')];

function queryOf(all: readonly Pair[]): string {
  return all.length === 0 ? '' : `?${all.map(([name, value]) => `${name}=${value}`).join('&')}`;
}

/** Some parameters that stay, and among them some that do not. */
function leftOut(requirement: RequirementId, names: readonly string[]): Arbitrary<Plan> {
  return fc
    .tuple(pairs, pairs, fc.subarray([...names], { minLength: 1, maxLength: 4 }), word)
    .map(([before, after, left, value]) => ({
      ...plain,
      requirement,
      sent: queryOf([...before, ...left.map((name): Pair => [name, value]), ...after]),
      kept: queryOf([...before, ...after]),
    }));
}

function matrix(all: readonly Pair[]): Partial<Plan> {
  return { sent: `;${all.map(([name, value]) => `${name}=${value}`).join(';')}`, kept: queryOf(all) };
}

const cases: readonly Arbitrary<Plan>[] = [
  fc.nat(3).map((prefix) => ({ ...plain, requirement: 'piwik.action-type.prefix', prefix })),
  word.map((text) => {
    return {
      ...plain,
      requirement: 'piwik.action-type.host-case',
      upperHost: true,
      sent: `/${text}`,
      kept: `/${text}`,
    };
  }),
  fc.tuple(pairs, word).map(([kept, text]) => {
    const query = queryOf(kept);
    return { ...plain, requirement: 'piwik.action-type.fragment', sent: `${query}#${text}`, kept: query };
  }),
  fc
    .array(fc.tuple(fc.constantFrom('a', 'b'), word), { minLength: 1, maxLength: 3 })
    .map((all) => ({ ...plain, requirement: 'piwik.action-type.matrix-parameters', ...matrix(all) })),
  leftOut('piwik.action-type.excluded-parameters', excluded),
  leftOut('piwik.action-type.campaign-parameters', campaigns),
];

const prefixes = ['http://', 'http://www.', 'https://', 'https://www.'];

export const actionAddress: Experiment<Plan> = {
  id: 'piwik.action-type-address',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    'piwik.action-type.prefix',
    'piwik.action-type.host-case',
    'piwik.action-type.fragment',
    'piwik.action-type.matrix-parameters',
    'piwik.action-type.excluded-parameters',
    'piwik.action-type.campaign-parameters',
  ],
  casesPerRun: 3,
  branches: {
    ...choicesOf(prefixes, ({ requirement, prefix }) =>
      requirement.endsWith('.prefix') ? prefixes[prefix] : undefined,
    ),
    'host in capitals': ({ upperHost }) => upperHost,
    'with a fragment': ({ requirement }) => requirement.endsWith('.fragment'),
    'with matrix parameters': ({ requirement }) => requirement.endsWith('.matrix-parameters'),
    'with an excluded parameter': ({ requirement }) => requirement.endsWith('.excluded-parameters'),
    'with a campaign parameter': ({ requirement }) => requirement.endsWith('.campaign-parameters'),
  },
  plan: () => fc.oneof(...cases),
  render: ({ requirement, prefix, upperHost, sent, kept }, identity, target) => {
    const who = person(0, identity);
    const { name } = page(0, identity);
    const host = name.slice(0, name.indexOf('/'));
    const asSent = upperHost ? name.replace(host, host.toUpperCase()) : name;
    const shown = { url: `${prefixes[prefix]}${asSent}${sent}` };
    return {
      requests: [get(hitOf(who, target, viewing(shown)))],
      expected: [
        row('log_link_visit_action', 'action', of(who), requirement, {
          'idaction_url.name': holds(`${name}${kept}`, requirement),
          'idaction_url.url_prefix': holds(prefix, requirement),
        }),
      ],
      absent: [],
    };
  },
};
