/** The example of the document, its titles with raw blanks, sent as its curl command does; site and pages are this run's. */
import fc from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { ExpectedAnswer, Experiment } from '../../model.ts';
import { needsToken } from '../obstacle.ts';
import { page } from '../request/page.ts';
import { person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { on, row } from '../row/rows.ts';

const example = 'piwik.bulk.seed-example';

/** JSON that says how many requests were tracked. */
export function tracked(count: number, requirement: RequirementId): ExpectedAnswer {
  return {
    requirement,
    expected: `JSON with "status":"success" and "tracked":${count}`,
    judge: ({ headers, body }) => {
      const type = headers['content-type'] ?? 'nothing';
      if (!type.startsWith('application/json')) return `its Content-Type is ${type}`;
      const text = new TextDecoder().decode(body);
      try {
        const { status, tracked: told } = JSON.parse(text) as { status?: unknown; tracked?: unknown };
        return status === 'success' && told === count ? undefined : `it is ${text.slice(0, 200)}`;
      } catch {
        return `it is no JSON: ${text.slice(0, 80)}`;
      }
    },
  };
}

export const bulkExample: Experiment<null> = {
  id: 'piwik.bulk-example',
  broad: true,
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [example, 'piwik.bulk.answer'],
  features: ['bulk'],
  obstacle: needsToken,
  branches: {},
  plan: () => fc.constant(null),
  render: (_plan, identity, target) => {
    const who = person(0, identity);
    const pages = [page(0, identity), page(1, identity)];
    const titles = ['Test bulk log Pageview', 'Another bulk page view'];
    const requests = pages.map(
      ({ url }, index) => `?idsite=${target.site}&url=${url}&action_name=${titles[index]}&rec=1`,
    );
    return {
      requests: [
        {
          method: 'POST',
          query: '',
          headers: {
            'user-agent': 'curl/7.30.0',
            'accept-language': who.language,
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: JSON.stringify({ requests, token_auth: target.token }),
          answer: [tracked(2, 'piwik.bulk.answer')],
        },
      ],
      expected: pages.map((shown, index) =>
        row('log_link_visit_action', `action ${index}`, on(shown), example, {
          'idaction_name.name': holds(titles[index] ?? '', example),
        }),
      ),
      absent: [],
    };
  },
};
