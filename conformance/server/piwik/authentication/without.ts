/** Requests that claim nothing need no token; a right one stays secret. */
import fc from 'fast-check';
import type { ExpectedAnswer, Experiment } from '../../model.ts';
import { core, type Given, sent } from '../draw/given.ts';
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
  requirements: ['piwik.authentication.not-needed', secret],
  plan: () => fc.record({ title: core('action_name') }),
  render: ({ title }, identity, target) => {
    const [stranger, trusted] = [person(0, identity), person(1, identity)];
    const answer = target.token === undefined ? [] : [withoutToken(target.token)];
    // A site that does not exist makes servers answer with words instead of the image.
    const failing = hitOf(trusted, { ...target, site: 999_999_999 }, viewing(page(1, identity)));
    return {
      requests: [
        get(bareHitOf(stranger, target, [...viewing(page(0, identity)), sent(title)])),
        ...(target.token === undefined ? [] : [get(hitOf(trusted, target, viewing(page(2, identity))), answer)]),
        ...(target.token === undefined ? [] : [get(failing, answer)]),
      ],
      expected: [row('log_link_visit_action', 'action', of(stranger), 'piwik.authentication.not-needed')],
      absent: [],
    };
  },
};
