/** Questions about kinds of event and ways to send one. */
import { fixed, open, type Question, question } from './question.ts';

const BAD = ['bad'];

/** Two names for one column, one of them not of the page; in both orders, since the order must change nothing. */
function twice(code: string, pairs: readonly (readonly [string, 'page' | 'clients'])[], column: string): Question {
  return question('snowplow.two-names', pairs, {
    code,
    stored: ['page', 'clients'],
    absent: BAD,
    columns: { [column]: open('snowplow.two-names', 'page', { clients: 'clients' }) },
  });
}

export const eventQuestions: readonly Question[] = [
  twice(
    'ti',
    [
      ['ti_na', 'clients'],
      ['ti_nm', 'page'],
    ],
    'ti_name',
  ),
  twice(
    'se',
    [
      ['se_ca', 'page'],
      ['ev_ca', 'clients'],
    ],
    'se_category',
  ),
  question('snowplow.contexts', [['co', 'x']], { stored: ['ignored', 'stored'], absent: ['stored'] }),
  question('snowplow.missing-event', [], {
    code: undefined,
    stored: ['stored'],
    absent: BAD,
    columns: { event: fixed(null) },
  }),
  question('snowplow.unspecified-events', [], {
    code: 'lnk',
    stored: ['stored', 'null'],
    absent: BAD,
    columns: { event: open('snowplow.unspecified-events', 'lnk') },
  }),
  question('snowplow.social-event-code', [], { code: 's', stored: ['s'], absent: BAD }),
  question('snowplow.older-structured-names', [['ev_ca', 'Mixes']], {
    code: 'ev',
    stored: ['both'],
    absent: ['parameters-only', 'ignored'],
  }),
  question('snowplow.end-point', [], {
    request: { method: 'GET', endpoint: 'ice.png' },
    stored: ['both'],
    absent: ['only-i', 'other'],
  }),
  question('snowplow.post-requests', [], {
    request: { method: 'POST', body: '' },
    stored: ['stored'],
    absent: ['refused'],
  }),
  question('snowplow.unstructured-unread', [['ue_na', 'viewed_product']], {
    code: 'ue',
    stored: ['stored', 'ignored'],
    absent: BAD,
    columns: { ue_name: open('snowplow.unstructured-unread', 'viewed_product') },
  }),
  question('snowplow.social-unread', [['sa', 'like']], {
    code: 's',
    stored: ['stored', 'ignored'],
    absent: BAD,
    columns: { social_action: open('snowplow.social-unread', 'like') },
  }),
  question('snowplow.unlisted-names', [['zqx', '1']], { stored: ['ignored'], absent: BAD }),
  question('snowplow.platform-unread', [['p', 'web']], {
    columns: { platform: open('snowplow.platform-unread', 'web') },
  }),
  question('snowplow.platform-values', [['p', 'mob']], {
    stored: ['listed', 'any'],
    absent: ['web-and-iot'],
  }),
  question('snowplow.platform-values', [['p', 'toaster']], {
    stored: ['any'],
    absent: ['listed', 'web-and-iot'],
  }),
];
