/** No stranger makes a tracker answer with its log. */
import fc from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { ExpectedAnswer, Experiment } from '../../model.ts';
import { isGif } from '../request/beacon.ts';
import { get } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { bareHitOf, person } from '../request/person.ts';

const strangers = 'piwik.debug.not-for-strangers';
const off = 'piwik.debug.switch';

function image(requirement: RequirementId): ExpectedAnswer {
  return {
    requirement,
    expected: 'the image and no log',
    judge: ({ body }) => (isGif(body) ? undefined : `it begins with ${new TextDecoder().decode(body.slice(0, 80))}`),
  };
}

export const noDebug: Experiment<{ name: string; wire: string }> = {
  id: 'piwik.response-no-debug',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [off, strangers],
  branches: {},
  plan: () =>
    fc.record({
      name: fc.constantFrom('debug', 'DEBUG', 'PIWIK_TRACKER_DEBUG', 'GLOBALS%5BPIWIK_TRACKER_DEBUG%5D', 'trace'),
      wire: fc.constantFrom('1', 'true', 'on'),
    }),
  render: ({ name, wire }, identity, target) => {
    const who = person(0, identity);
    return {
      requests: [
        get(bareHitOf(who, target, viewing(page(0, identity))), [image(off)]),
        get(bareHitOf(who, target, [...viewing(page(1, identity)), [name, wire]]), [image(strangers)]),
      ],
      expected: [],
      absent: [],
    };
  },
};
