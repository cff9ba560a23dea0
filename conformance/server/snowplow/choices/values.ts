/** Questions about numbers, sizes, flags and times that are empty or written in words. */
import type { ParameterName } from '../../../../generated/snowplow/2014-01/facts.ts';
import { codeFor } from '../draw/groups.ts';
import { parameter } from '../protocol.ts';
import { fixed, open, type Question, question } from './question.ts';

const BAD = ['bad'];

/** One parameter of each wire form that an empty text is not of. */
const checked: readonly ParameterName[] = ['vid', 'vp', 'f_pdf', 'dtm', 'se_va'];

function empty(name: ParameterName): Question {
  const own = parameter(name);
  return question('snowplow.empty-value', [[name, '']], {
    code: codeFor(own),
    stored: ['null'],
    absent: BAD,
    columns: Object.fromEntries(own.columns.map(({ column }) => [column, fixed(null)])),
  });
}

/** More digits than a double keeps. */
const precise = '0.123456789012345678';

export const valueQuestions: readonly Question[] = [
  ...checked.map(empty),
  question('snowplow.boolean-form', [['f_pdf', 'true']], {
    stored: ['words', 'null'],
    absent: ['digits'],
    columns: { br_features_pdf: open('snowplow.boolean-form', true) },
  }),
  question('snowplow.null-literal', [['se_va', 'null']], {
    code: 'se',
    stored: ['null'],
    absent: BAD,
    columns: { se_value: fixed(null) },
  }),
  question('snowplow.value-precision', [['se_va', precise]], {
    code: 'se',
    where: { se_value: precise },
    stored: ['exact'],
    absent: ['double'],
  }),
];
