import type { Effects } from './effect.ts';

const bad = 'A server makes the whole event a bad row: nothing of it reaches the table of events.';
const keptAsText = 'A server stores the text unchecked, where analysts look for numbers.';

/** Hadoop Enrich 0.3.6 with scala-common-enrich 0.1.0 (facts of early 2014, sections 1 to 3). */
export const snowplowEffects: Effects = {
  parameters: {
    ti_qu: 'A server enriches the event unchecked, and loading it into the table fails.',
    cd: keptAsText,
    fp: keptAsText,
    t_url: 'Servers of the day do not read it.',
    co: 'Servers of the day do not read it, later ones make the whole event a bad row.',
    cx: 'Servers of the day do not read it, later ones make the whole event a bad row.',
    url: 'A server makes the whole event a bad row, or stores it without the host of the page.',
    refr: 'A server makes the whole event a bad row, or stores it without the host of the referrer.',
  },
  wireForms: {
    code: bad,
    decimal: bad,
    integer: bad,
    flag: bad,
    dimensions: bad,
    'epoch-millis': bad,
    url: bad,
    json: 'Servers drop the document or make the whole event a bad row.',
    'base64-json': 'Servers drop the document or make the whole event a bad row.',
    'ip-address': 'A server stores the text unchecked in place of the address.',
  },
  encoding: bad,
  otherwise: 'A server stores the text as it is.',
};
