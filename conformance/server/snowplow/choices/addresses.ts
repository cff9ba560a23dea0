/** Questions about addresses that are none. */
import { fixed, open, type Question, question } from './question.ts';

const BAD = ['bad'];

/** As the protocol page writes it: no scheme ends here, and no host begins, so all of it is a path. */
const damaged = 'http=//www.psychicbazaar.com/';

/** The address of a page as the value of `url`. */
function url(text: string): readonly (readonly [string, string])[] {
  return [
    ['p', 'web'],
    ['url', encodeURIComponent(text)],
  ];
}

/** An address that is no URI. The column tells whether its parts were stored: any parser takes this one for `part`. */
function broken(text: string, column: string, part: string): Question {
  return question('snowplow.broken-url', url(text), {
    stored: ['stored', 'parts-null'],
    absent: BAD,
    columns: { [column]: open('snowplow.broken-url', part, { 'parts-null': null }) },
  });
}

export const addressQuestions: readonly Question[] = [
  question('snowplow.blanks-in-url', url('http://a.example/x y'), {
    stored: ['encoded', 'as-sent'],
    absent: BAD,
    columns: { page_urlpath: open('snowplow.blanks-in-url', '/x%20y', { 'as-sent': '/x y' }) },
  }),
  broken('http://a.example/{x}|', 'page_urlpath', '/{x}|'),
  broken('http://a.example/%4z', 'page_urlpath', '/%4z'),
  broken('http://a.example/[x]', 'page_urlpath', '/[x]'),
  broken('/[x]', 'page_urlpath', '/[x]'),
  // A scheme begins with a letter, and no underscore stands in it.
  broken('1http://a.example/x#y', 'page_urlfragment', 'y'),
  broken('ht_tp://a.example/x#y', 'page_urlfragment', 'y'),
  // Something follows the scheme, and a fragment is not enough.
  broken('http:', 'page_urlscheme', 'http'),
  broken('http:#y', 'page_urlfragment', 'y'),
  broken('http://#y', 'page_urlfragment', 'y'),
  // One fragment is the most.
  broken('http://a.example/x#y#z', 'page_urlpath', '/x'),
  question('snowplow.damaged-url', url(damaged), {
    stored: ['stored'],
    absent: BAD,
    columns: { page_urlhost: fixed(null), page_urlpath: fixed(damaged) },
  }),
  question('snowplow.malformed-address', [['ip', 'nowhere']], { stored: ['stored', 'ignored'], absent: BAD }),
  question('snowplow.malformed-address', [['ip', 'nowhere']], {
    where: { user_ipaddress: 'nowhere' },
    stored: ['stored'],
    absent: ['ignored', 'bad'],
  }),
];
