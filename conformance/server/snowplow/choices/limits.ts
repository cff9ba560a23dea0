/** Questions about numbers, sizes and times beyond what a column may hold. */
import type { ParameterName } from '../../../../generated/snowplow/2014-01/facts.ts';
import { codeFor } from '../draw/groups.ts';
import { parameter } from '../protocol.ts';
import { fixed, open, type Question, question } from './question.ts';

/** The first millisecond after the year 9999, and the last one before the year 1. */
const farTimes = [253_402_300_800_000, -62_135_596_800_001];

/** More than 32 signed bits hold, in columns that have no more of them. */
const tooWide: readonly [ParameterName, string, number][] = [
  ['ti_qu', '2147483648', 2_147_483_648],
  ['pp_mix', '-2147483649', -2_147_483_649],
  ['vp', '2147483648x1', 2_147_483_648],
];

export const limitQuestions: readonly Question[] = [
  question('snowplow.integer-width', [['vid', '40000']], {
    stored: ['thirty-two-bits', 'any'],
    absent: ['column'],
    columns: { domain_sessionidx: fixed(40_000) },
  }),
  ...tooWide.map(([name, wire, value]) => {
    const own = parameter(name);
    return question('snowplow.integer-width', [[name, wire]], {
      code: codeFor(own),
      stored: ['any'],
      absent: ['thirty-two-bits', 'column'],
      columns: { [own.columns[0]?.column ?? name]: fixed(value) },
    });
  }),
  question('snowplow.integer-width', [['vp', '1x2147483648']], {
    stored: ['any'],
    absent: ['thirty-two-bits', 'column'],
    columns: { br_viewheight: fixed(2_147_483_648) },
  }),
  // The number tells a time that is kept from one that is not; how to write such a day, no document says.
  ...farTimes.map((time) =>
    question('snowplow.far-time', [['dtm', String(time)]], {
      stored: ['stored', 'null'],
      absent: ['bad'],
      columns: { dvce_epoch: open('snowplow.far-time', time) },
    }),
  ),
];
