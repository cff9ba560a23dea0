/** Questions about addresses that are none. */
import { open, type Question, question } from './question.ts';

const BAD = ['bad'];

/** The address of a page as the value of `url`. */
function url(text: string): readonly (readonly [string, string])[] {
  return [
    ['p', 'web'],
    ['url', encodeURIComponent(text)],
  ];
}

export const addressQuestions: readonly Question[] = [
  question('snowplow.blanks-in-url', url('http://a.example/x y'), {
    stored: ['encoded', 'as-sent'],
    absent: BAD,
    columns: { page_urlpath: open('snowplow.blanks-in-url', '/x%20y', { 'as-sent': '/x y' }) },
  }),
  question('snowplow.broken-url', url('http://a.example/{x}|'), {
    stored: ['stored', 'parts-null'],
    absent: BAD,
    columns: { page_urlpath: open('snowplow.broken-url', '/{x}|', { 'parts-null': null }) },
  }),
  question('snowplow.broken-url', url('http://a.example/%4z'), {
    stored: ['stored', 'parts-null'],
    absent: BAD,
    columns: { page_urlpath: open('snowplow.broken-url', '/%4z', { 'parts-null': null }) },
  }),
  // A scheme begins with a letter.
  question('snowplow.broken-url', url('1http://a.example/x'), { stored: ['stored', 'parts-null'], absent: BAD }),
  question('snowplow.damaged-url', url('http=//www.psychicbazaar.com/'), { stored: ['stored'], absent: BAD }),
  question('snowplow.malformed-address', [['ip', 'nowhere']], { stored: ['stored', 'ignored'], absent: BAD }),
  question('snowplow.malformed-address', [['ip', 'nowhere']], {
    where: { user_ipaddress: 'nowhere' },
    stored: ['stored'],
    absent: ['ignored', 'bad'],
  }),
];
