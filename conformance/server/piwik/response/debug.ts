/** With debugging on, a request is answered with its log. */
import fc from 'fast-check';
import type { Answer, ExpectedAnswer, Experiment } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { needsToken } from '../obstacle.ts';
import { isGif } from '../request/beacon.ts';
import { get } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';

const log = 'piwik.debug.log';
const noBeacon = 'piwik.debug.no-beacon';

/** What a log says is not described; that it is text that tells of the request shows by the page in it. */
function tells(text: string): ExpectedAnswer {
  return {
    requirement: log,
    expected: `a text with ${text} in it`,
    judge: ({ body }) => (new TextDecoder().decode(body).includes(text) ? undefined : 'it is not in the answer'),
  };
}

const noImage: ExpectedAnswer = {
  requirement: noBeacon,
  expected: 'no image',
  judge: ({ headers, body }: Answer) =>
    isGif(body) || headers['content-type']?.startsWith('image/') ? 'it is an image' : undefined,
};

export const debugLog: Experiment<{ day: number }> = {
  id: 'piwik.response-debug',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [log, noBeacon],
  option: 'debug',
  obstacle: needsToken,
  branches: {},
  plan: () => fc.record({ day: dayOffset }),
  render: ({ day }, identity, target) => {
    const hit = hitOf(person(0, identity), target, viewing(page(0, identity)), identity.clock(day));
    return { requests: [get(hit, [tells(identity.text(0)), noImage])], expected: [], absent: [] };
  },
};
