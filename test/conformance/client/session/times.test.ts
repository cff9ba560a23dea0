import { describe, expect, it } from 'vitest';
import { judge, p, s } from './judged.ts';

const a = '00112233445566aa';

describe('times', () => {
  const forwards = 'warning snowplow.time.forwards';
  const at = (millis: number, duid = 'a1') => s(`e=pv&duid=${duid}&dtm=${1361553733313 + millis}`);

  it('do not run backwards, beyond what the way of a request explains', () => {
    expect(judge([at(0), at(5_000), at(2_000), at(60_000), at(30_000), at(31_000)])).toEqual([
      [],
      [],
      [],
      [],
      [forwards],
      [],
    ]);
  });

  it('are those of one visitor', () => {
    expect(judge([at(60_000, 'a1'), at(0, 'b2'), s('e=pv&dtm=1'), s('e=pv&dtm=1361553733313')])).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  it('of Piwik are read as date or as seconds', () => {
    const on = (cdt: string) => p(`_id=${a}&token_auth=${'a'.repeat(32)}&cdt=${cdt}`);
    const back = ['warning piwik.client-time.forwards'];
    expect(judge([on('2014-01-20+10:00:00'), on('2014-01-20+10:00:05'), on('2014-01-20+09:59:00')])).toEqual([
      [],
      [],
      back,
    ]);
    expect(judge([on('1390212060'), on('2014-01-20+10:00:00')])).toEqual([[], back]);
  });

  it('count visits upwards', () => {
    const visit = (count: number) => p(`_id=${a}&_idvc=${count}`);
    expect(judge([visit(1), visit(1), visit(2), visit(1)])).toEqual([
      [],
      [],
      [],
      ['warning piwik.visitor-counters.count-raised'],
    ]);
  });
});
