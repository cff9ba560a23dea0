/** A title is taken apart at its slashes into categories and a name. */
import fc, { type Arbitrary } from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import type { Experiment } from '../model.ts';
import { get } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { titled } from './request/titled.ts';
import { holds } from './row/cells.ts';
import { of, row } from './row/rows.ts';

interface Plan {
  requirement: RequirementId;
  parts: readonly string[];
  /** What stands between them; as many as there are gaps. */
  slashes: readonly string[];
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const letters = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 8 });
const part = fc.oneof(
  { withCrossShrink: true },
  letters,
  fc.tuple(letters, letters).map((words) => words.join(' ')),
);
const slash = fc.constantFrom(' / ', '/', '/ ', ' /');
const doubled = fc.constantFrom('//', ' / / ', ' //', '/// ');

function titles(requirement: RequirementId, count: number, between: Arbitrary<string>): Arbitrary<Plan> {
  const parts = fc.array(part, { minLength: count, maxLength: count });
  const slashes = fc.array(between, { minLength: count - 1, maxLength: count - 1 });
  return fc.record({ requirement: fc.constant(requirement), parts, slashes });
}

export const pageTitle: Experiment<Plan> = {
  id: 'piwik.page-title',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik.page-title.category', 'piwik.page-title.several-categories', 'piwik.page-title.empty-parts'],
  casesPerRun: 2,
  branches: {
    'two parts': ({ requirement }) => requirement === 'piwik.page-title.category',
    'three parts': ({ parts }) => parts.length === 3,
    'four parts': ({ parts }) => parts.length === 4,
    'an empty part': ({ requirement }) => requirement === 'piwik.page-title.empty-parts',
  },
  plan: () =>
    fc.oneof(
      titles('piwik.page-title.category', 2, slash),
      titles('piwik.page-title.several-categories', 3, slash),
      titles('piwik.page-title.several-categories', 4, slash),
      titles('piwik.page-title.empty-parts', 2, doubled),
    ),
  render: ({ requirement, parts, slashes }, identity, target) => {
    const who = person(0, identity);
    const title = parts.map((text, index) => text + (slashes[index] ?? '')).join('');
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ...titled(title)]))],
      expected: [
        row('log_link_visit_action', 'action', of(who), requirement, {
          'idaction_name.name': holds(parts.join('/'), requirement),
        }),
      ],
      absent: [],
    };
  },
};
