/** Questions about the properties of unstructured events. */
import type { LedgerId } from '../../../../generated/snowplow/2014-01/facts.ts';
import { type Question, question } from './question.ts';

const plain = '{"a":"plain"}';
/** In Base64 it needs a mark that the two alphabets write in two ways. */
const marked = '{"a":">>>>>?????"}';

function base64(document: string, alphabet: 'base64' | 'base64url'): string {
  return encodeURIComponent(Buffer.from(document, 'utf8').toString(alphabet));
}

/** A row that holds this document in one of its two columns. */
function holding(
  ledger: LedgerId,
  pairs: Question['pairs'],
  document: string,
  stored: string[],
  absent: string[],
): Question {
  return question(ledger, pairs, { code: 'ue', where: { ue_json: document }, stored, absent });
}

/** Bytes that are no UTF-8, and what is left of them in a text. */
const broken = Buffer.from('{"a":"\u00ff"}', 'latin1');

export const documentQuestions: readonly Question[] = [
  holding(
    'snowplow.malformed-json',
    [['ue_px', broken.toString('base64url')]],
    broken.toString('utf8'),
    ['stored'],
    ['null', 'bad'],
  ),
  holding(
    'snowplow.raw-plus',
    [['ue_px', base64(marked, 'base64').replaceAll('%2B', '+')]],
    marked,
    ['sign'],
    ['blank'],
  ),
  question('snowplow.malformed-json', [['ue_pr', '%7B%22a%22%3A']], {
    code: 'ue',
    stored: ['null', 'stored'],
    absent: ['bad'],
  }),
  holding('snowplow.malformed-json', [['ue_pr', '%7B%22a%22%3A']], '{"a":', ['stored'], ['null', 'bad']),
  holding(
    'snowplow.both-properties',
    [
      ['ue_px', base64('{"a":"base64"}', 'base64')],
      ['ue_pr', encodeURIComponent(plain)],
    ],
    plain,
    ['plain'],
    ['base64', 'bad'],
  ),
  holding(
    'snowplow.both-properties',
    [
      ['ue_pr', encodeURIComponent(plain)],
      ['ue_px', base64('{"a":"base64"}', 'base64')],
    ],
    '{"a":"base64"}',
    ['base64'],
    ['plain', 'bad'],
  ),
  holding(
    'snowplow.base64-alphabet',
    [['ue_px', base64(marked, 'base64')]],
    marked,
    ['both', 'standard'],
    ['url-safe'],
  ),
  holding(
    'snowplow.base64-alphabet',
    [['ue_px', base64(marked, 'base64url')]],
    marked,
    ['both', 'url-safe'],
    ['standard'],
  ),
];
