/** What a tracking request is answered with: a transparent image of one pixel. */

import fc from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../coverage/choices.ts';
import type { Answer, ExpectedAnswer, Experiment } from '../model.ts';
import { type ActKind, actKinds, actOf } from './request/act.ts';
import { beaconSize, isGif, isTransparent } from './request/beacon.ts';
import { get } from './request/hit.ts';
import { hitOf, person } from './request/person.ts';

function must(requirement: RequirementId, expected: string, judge: (answer: Answer) => string | undefined) {
  return { requirement, expected, judge } satisfies ExpectedAnswer;
}

function gif(answer: Answer): string | undefined {
  const type = answer.headers['content-type'] ?? 'nothing';
  if (!/^image\/gif\b/i.test(type)) return `its Content-Type is ${type}`;
  return isGif(answer.body) ? undefined : `its body of ${answer.body.length} bytes is no GIF`;
}

function onePixel({ body }: Answer): string | undefined {
  const { width, height } = beaconSize(body);
  return width === 1 && height === 1 ? undefined : `it measures ${width} by ${height} pixels`;
}

/** What every tracked request is answered with. */
export const beacon: readonly ExpectedAnswer[] = [
  must('piwik.response.gif', 'a GIF image', gif),
  must('piwik.response.one-pixel', 'an image of one by one pixel', onePixel),
  must('piwik.response.transparent', 'a transparent image', ({ body }) =>
    isTransparent(body) ? undefined : 'no colour of it is transparent',
  ),
  must('piwik.response.status', 'the status 200', ({ status }) => (status === 200 ? undefined : `it is ${status}`)),
];

export const response: Experiment<{ kind: ActKind }> = {
  id: 'piwik.response',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: beacon.map(({ requirement }) => requirement),
  branches: choicesOf(actKinds, ({ kind }) => kind),
  plan: () => fc.record({ kind: fc.constantFrom(...actKinds) }),
  render: ({ kind }, identity, target) => ({
    requests: [get(hitOf(person(0, identity), target, actOf(kind, 0, identity).pairs), beacon)],
    expected: [],
    absent: [],
  }),
};
