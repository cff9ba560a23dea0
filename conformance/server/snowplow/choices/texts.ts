/** Questions about texts: empty, too long, given twice, with marks that mean something in a query. */
import type { LedgerId, ParameterName } from '../../../../generated/snowplow/2014-01/facts.ts';
import { lengthOf } from '../../samples/column.ts';
import { codeFor } from '../draw/groups.ts';
import { facts, parameter } from '../protocol.ts';
import { open, type Question, question } from './question.ts';

const BAD = ['bad'];

function tooLong(name: ParameterName): Question {
  const own = parameter(name);
  const text = 'abcde'.repeat(Math.ceil((lengthOf(own.columns) + 1) / 5));
  const column = own.columns[0]?.column ?? name;
  return question('snowplow.long-text', [[name, text]], {
    code: codeFor(own),
    stored: ['whole', 'cut'],
    absent: BAD,
    columns: { [column]: open('snowplow.long-text', text, { cut: text.slice(0, lengthOf(own.columns)) }) },
  });
}

/** Parameters of which the ledger asks whether they are read at all. */
const doubted = Object.values(facts.parameters).flatMap((own): Question[] => {
  const answers = facts.ledger[own.decision ?? '']?.answers ?? {};
  const [column] = own.columns;
  const isAsked = 'stored' in answers && 'ignored' in answers && !('bad' in answers);
  if (!isAsked || own.decision === undefined || column === undefined) return [];
  const text = own.values?.[0] ?? 'x1';
  const ledger = own.decision as LedgerId;
  return [
    question(ledger, [[own.name, text]], { code: codeFor(own), columns: { [column.column]: open(ledger, text) } }),
  ];
});

export const textQuestions: readonly Question[] = [
  ...doubted,
  question('snowplow.empty-text', [['page', '']], {
    columns: { page_title: open('snowplow.empty-text', null, { empty: '' }) },
  }),
  question('snowplow.control-characters', [['page', '%01']], {
    columns: { page_title: open('snowplow.control-characters', null, { 'as-sent': '\u0001' }) },
  }),
  tooLong('page'),
  tooLong('se_la'),
  question('snowplow.raw-equals-sign', [['page', 'ab=']], {
    stored: ['kept', 'dropped'],
    absent: BAD,
    columns: { page_title: open('snowplow.raw-equals-sign', 'ab=', { dropped: 'ab' }) },
  }),
  question('snowplow.raw-equals-sign', [['page', 'a=b']], {
    stored: ['kept'],
    absent: ['dropped', 'bad'],
    columns: { page_title: open('snowplow.raw-equals-sign', 'a=b') },
  }),
  question('snowplow.malformed-escapes', [['page', 'a%zz']], {
    stored: ['kept'],
    absent: BAD,
    columns: { page_title: open('snowplow.malformed-escapes', 'a%zz') },
  }),
  question(
    'snowplow.repeated-names',
    [
      ['page', 'one'],
      ['page', 'two'],
    ],
    {
      stored: ['last', 'first'],
      absent: BAD,
      columns: { page_title: open('snowplow.repeated-names', 'two', { first: 'one' }) },
    },
  ),
  question(
    'snowplow.web-parameters-elsewhere',
    [
      ['p', 'iot'],
      ['lang', 'en'],
    ],
    {
      columns: { br_lang: open('snowplow.web-parameters-elsewhere', 'en') },
    },
  ),
];
