/** How long a page took to make: stored within bounds, and with page views and searches only. */

import fc from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../coverage/choices.ts';
import type { Experiment, StoredValue } from '../model.ts';
import { numberOf } from './draw/constants.ts';
import { type ActKind, actKinds, actOf } from './request/act.ts';
import { get } from './request/hit.ts';
import { hitOf, person } from './request/person.ts';
import { holds } from './row/cells.ts';
import { of, row } from './row/rows.ts';

interface Plan {
  requirement: RequirementId;
  kind: ActKind;
  millis: number;
  stored: StoredValue;
}

const above = numberOf('generation-time', 'above');
const below = numberOf('generation-time', 'below');

function plan(requirement: RequirementId, kind: ActKind, millis: number, isStored: boolean): Plan {
  return { requirement, kind, millis, stored: isStored ? String(millis) : null };
}

const bounds = fc
  .tuple(
    fc.constantFrom<ActKind[]>('page', 'search'),
    fc.constantFrom(above, above + 1, below - 1, below, below + 1, -1),
  )
  .map(([kind, millis]) => plan('piwik.generation-time.bounds', kind, millis, millis > above && millis < below));

const kinds = fc
  .tuple(
    fc.constantFrom<ActKind[]>('page', 'search', 'outlink', 'download', 'event'),
    fc.integer({ min: 1, max: 9999 }),
  )
  .map(([kind, millis]) => plan('piwik.generation-time.page-only', kind, millis, kind === 'page' || kind === 'search'));

export const generationTime: Experiment<Plan> = {
  id: 'piwik.generation-time',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik.generation-time.bounds', 'piwik.generation-time.page-only'],
  branches: {
    'below zero': ({ millis }) => millis < 0,
    'the lower limit': ({ millis }) => millis === above,
    'within the limits': ({ millis }) => millis > above && millis < below,
    'the upper limit': ({ millis }) => millis === below,
    'above the limits': ({ millis }) => millis > below,
    ...choicesOf(actKinds, ({ kind }) => kind),
  },
  plan: () => fc.oneof(bounds, kinds),
  render: ({ requirement, kind, millis, stored }, identity, target) => {
    const [who, twin] = [person(0, identity), person(1, identity)];
    const time = (value: number) => ['gt_ms', String(value)] as const;
    return {
      requests: [
        get(hitOf(who, target, [...actOf(kind, 0, identity).pairs, time(millis)])),
        get(hitOf(twin, target, [...actOf('page', 1, identity).pairs, time(123)])),
      ],
      expected: [
        row('log_link_visit_action', 'action', of(who), requirement, { custom_float: holds(stored, requirement) }),
        // Without a time that is stored, one that is not would show nothing.
        row('log_link_visit_action', 'twin', of(twin), requirement, { custom_float: holds('123', requirement) }),
      ],
      absent: [],
    };
  },
};
