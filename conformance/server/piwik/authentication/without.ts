/** Requests that claim nothing need no token; a right one stays secret. */
import fc from 'fast-check';
import type { ExpectedAnswer, Experiment } from '../../model.ts';
import { core, type Given, sent } from '../draw/given.ts';
import { needsToken } from '../obstacle.ts';
import { get } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { bareHitOf, hitOf, person } from '../request/person.ts';
import { of, row } from '../row/rows.ts';

const secret = 'piwik.authentication.secret';

/** The answer to a request with a token must not show it. */
function withoutToken(token: string): ExpectedAnswer {
  return {
    requirement: secret,
    expected: 'an answer in which the token does not appear',
    judge: ({ headers, body }) => {
      const text = `${JSON.stringify(headers)}\n${new TextDecoder().decode(body)}`;
      return text.includes(token) ? 'it appears in the answer' : undefined;
    },
  };
}

export const authenticationWithout: Experiment<{ title: Given }> = {
  id: 'piwik.authentication-without',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik.authentication.not-needed'],
  branches: {},
  plan: () => fc.record({ title: core('action_name') }),
  render: ({ title }, identity, target) => {
    const who = person(0, identity);
    return {
      requests: [get(bareHitOf(who, target, [...viewing(page(0, identity)), sent(title)]))],
      expected: [row('log_link_visit_action', 'action', of(who), 'piwik.authentication.not-needed')],
      absent: [],
    };
  },
};

export const authenticationSecret: Experiment<{ site: number | undefined }> = {
  id: 'piwik.authentication-secret',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [secret],
  obstacle: needsToken,
  // A site that does not exist makes servers answer with words instead of the image.
  branches: {
    'a site that exists': ({ site }) => site === undefined,
    'no such site': ({ site }) => site !== undefined,
  },
  plan: () => fc.record({ site: fc.constantFrom(undefined, 0, 999_999_999) }),
  render: ({ site }, identity, target) => {
    const there = site === undefined ? target : { ...target, site };
    const hit = hitOf(person(0, identity), there, viewing(page(0, identity)));
    return { requests: [get(hit, [withoutToken(target.token ?? '')])], expected: [], absent: [] };
  },
};
