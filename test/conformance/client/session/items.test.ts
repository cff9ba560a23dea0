import { describe, expect, it } from 'vitest';
import { JudgeStream } from '../../../../conformance/client/session/judge-stream.ts';
import { get, snowplow } from '../requests.ts';
import { judge, s } from './judged.ts';

describe('items', () => {
  const follow = ['warning snowplow.ecommerce.items-follow'];
  const identifier = ['warning snowplow.ecommerce.order-identifier'];

  it('follow their transaction', () => {
    expect(judge([s('e=tr&tr_id=1'), s('e=ti&ti_id=1'), s('e=ti&ti_id=1')])).toEqual([[], [], []]);
    expect(judge([s('e=ti&ti_id=1'), s('e=pv')])).toEqual([follow, []]);
    expect(judge([s('e=ti&ti_id=1'), s('e=tr&tr_id=1')])).toEqual([follow, []]);
    expect(judge([s('e=ti&ti_id=1&dtm=1361553733313'), s('e=tr&tr_id=1&dtm=1361553733999')])).toEqual([follow, []]);
  });

  it('may be overtaken on the way', () => {
    expect(judge([s('e=ti&ti_id=1&dtm=1361553733313'), s('e=tr&tr_id=1&dtm=1361553733313')])).toEqual([[], []]);
  });

  it('bear its identifier', () => {
    expect(judge([s('e=tr&tr_id=1'), s('e=ti&ti_id=2')])).toEqual([[], identifier]);
    expect(judge([s('e=tr&tr_id=1'), s('e=ti')])).toEqual([[], identifier]);
    expect(judge([s('e=tr')])).toEqual([identifier]);
  });

  it('belong to their own application', () => {
    expect(judge([get(snowplow, 'e=tr&aid=x&tr_id=1'), get(snowplow, 'e=ti&aid=y&ti_id=1')])).toEqual([[], follow]);
  });
});

describe('the state of a judge', () => {
  it('is bounded, and it is said when some is dropped', () => {
    const stream = new JudgeStream({ keep: 10 });
    for (let n = 0; n < 10; n += 1) stream.judge(s(`e=pv&duid=u${n}&dtm=1361553733313`));
    expect(stream.notes).toEqual([]);
    for (let n = 10; n < 25; n += 1) stream.judge(s(`e=pv&duid=u${n}&dtm=1361553733313`));
    expect(stream.notes).toEqual([expect.stringMatching(/15 visitors was dropped.* 10 is kept/)]);
    const late = stream.judge(s('e=pv&duid=u0&dtm=1'));
    expect(late.hits[0]?.findings.map(({ requirement }) => requirement)).not.toContain('snowplow.time.forwards');
  });

  it('makes an item information when its transaction may have been forgotten', () => {
    const transactions = ['1', '2', '3'].map((id) => s(`e=tr&tr_id=${id}`, { 'user-agent': id }));
    expect(judge([...transactions, s('e=ti&ti_id=1')], { keep: 2 }).at(-1)).toEqual([
      'information snowplow.ecommerce.items-follow',
    ]);
  });
});
