/** The answer to an event is a picture of one transparent pixel. */

import fc from 'fast-check';
import type { RequirementId } from '../../../generated/snowplow/2014-01/facts.ts';
import { choicesOf } from '../coverage/choices.ts';
import type { Answer, ExpectedAnswer } from '../model.ts';
import { beaconSize, isTransparent, isWhole } from '../piwik/request/beacon.ts';
import { snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';

function status(code: number, requirement: RequirementId): ExpectedAnswer {
  return {
    requirement,
    expected: `status ${code}`,
    judge: (answer) => (answer.status === code ? undefined : `status ${answer.status}`),
  };
}

function pixel(requirement: RequirementId): ExpectedAnswer {
  return {
    requirement,
    expected: 'a transparent GIF of one pixel, with the content type image/gif',
    judge: pixelFault,
  };
}

function pixelFault({ headers, body }: Answer): string | undefined {
  const type = headers['content-type'] ?? 'none';
  if (!/^image\/gif\b/.test(type)) return `content type ${type}`;
  const { width, height } = beaconSize(body);
  if (width !== 1 || height !== 1) return `${body.length} bytes that are a GIF of ${width}×${height} pixels`;
  if (!isWhole(body)) return `a GIF cut short after ${body.length} bytes`;
  return isTransparent(body) ? undefined : 'a GIF without a transparent colour';
}

interface Plan {
  /** A path that is no end point. */
  elsewhere: string;
}

const paths = ['nowhere', 'ii', 'ice.gif', 'i.html'];

export const response = snowplow<Plan>({
  id: 'snowplow.response',
  requirements: [
    'snowplow.response.status',
    'snowplow.response.pixel',
    'snowplow.response.bad-answered',
    'snowplow.response.elsewhere',
  ],
  branches: choicesOf(paths, ({ elsewhere }) => elsewhere),
  plan: () => fc.record({ elsewhere: fc.constantFrom(...paths) }),
  render: ({ elsewhere }, identity) => {
    const good = event('pv', identity.text(0));
    const bad = event('pv', identity.text(1), [['vid', 'x']]);
    return {
      requests: [
        get(good, { answer: [status(200, 'snowplow.response.status'), pixel('snowplow.response.pixel')] }),
        get(bad, { answer: [status(200, 'snowplow.response.bad-answered'), pixel('snowplow.response.bad-answered')] }),
        get(good, { endpoint: elsewhere, answer: [status(404, 'snowplow.response.elsewhere')] }),
      ],
      expected: [],
      absent: [],
    };
  },
});
