/** What requests that store nothing are answered with. */

import fc from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../../coverage/choices.ts';
import type { Answer, ExpectedAnswer, Experiment, OutgoingRequest } from '../../model.ts';
import { isGif } from '../request/beacon.ts';
import { get, post, replaced, without } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { bareHitOf, person } from '../request/person.ts';
import { beacon } from '../response.ts';

type Way = 'without rec' | 'rec=0' | 'no parameters' | 'other origin';

const requirements: Readonly<Record<Way, RequirementId>> = {
  'without rec': 'piwik.response.excluded-alike',
  'rec=0': 'piwik.response.excluded-alike',
  'no parameters': 'piwik.response.no-parameters',
  'other origin': 'piwik.response.cross-origin',
};

/** The beacon, asked for by another requirement than that of tracked requests. */
const sameBeacon = beacon.map((answer): ExpectedAnswer => ({ ...answer, requirement: requirements['rec=0'] }));

/** An answer in words. */
export function words(requirement: RequirementId): ExpectedAnswer {
  return {
    requirement,
    expected: 'a text and not the image',
    judge: ({ headers, body }) => {
      const type = headers['content-type'] ?? 'nothing';
      if (!type.startsWith('text/')) return `its Content-Type is ${type}`;
      return isGif(body) || body.length === 0 ? 'it is the image, or nothing' : undefined;
    },
  };
}

const origin = 'http://asking.beaconform.invalid';

const allowed: ExpectedAnswer = {
  requirement: requirements['other origin'],
  expected: `Access-Control-Allow-Origin: ${origin} or *`,
  judge: ({ headers }: Answer) => {
    const value = headers['access-control-allow-origin'];
    return value === origin || value === '*' ? undefined : `it is ${value ?? 'missing'}`;
  },
};

export const responseOdd: Experiment<{ way: Way }> = {
  id: 'piwik.response-odd',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [...new Set(Object.values(requirements))],
  branches: choicesOf(Object.keys(requirements), ({ way }) => way),
  plan: () => fc.record({ way: fc.constantFrom(...(Object.keys(requirements) as Way[])) }),
  render: ({ way }, identity, target) => {
    const hit = bareHitOf(person(0, identity), target, viewing(page(0, identity)));
    const ways: Readonly<Record<Way, OutgoingRequest>> = {
      'without rec': get(without(hit, 'rec'), sameBeacon),
      'rec=0': get(replaced(hit, 'rec', '0'), sameBeacon),
      'no parameters': get({ pairs: [], headers: hit.headers }, [words(requirements[way])]),
      'other origin': post({ ...hit, headers: { ...hit.headers, origin } }, [allowed]),
    };
    return { requests: [ways[way]], expected: [], absent: [] };
  },
};
