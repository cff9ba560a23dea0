import { describe, expect, it } from 'vitest';
import type { RecordedRequest } from '../../../conformance/client/recorded.ts';
import { type JudgeOptions, JudgeStream } from '../../../conformance/client/session/judge-stream.ts';
import { get, piwik, plainest, request, snowplow } from './requests.ts';

const sessionIds = [
  'piwik.visitor-detection.id-stays',
  'piwik.transport.fresh-random',
  'piwik.client-time.forwards',
  'piwik.visitor-counters.count-raised',
  'snowplow.network-user.domain-id-stays',
  'snowplow.duplicates.own-tid',
  'snowplow.time.forwards',
  'snowplow.ecommerce.items-follow',
  'snowplow.ecommerce.order-identifier',
];

/** Per request what the session rules say of it, all requests having been seen. */
function judge(requests: readonly RecordedRequest[], options: JudgeOptions = {}): string[][] {
  const stream = new JudgeStream(options);
  const judged = requests.map((recorded) => stream.judge(recorded));
  for (const each of judged) stream.settle(each);
  return judged.map(({ hits }) =>
    hits.flatMap(({ findings }) =>
      findings
        .filter(({ requirement }) => sessionIds.includes(requirement ?? ''))
        .map(({ finding, requirement }) => `${finding} ${requirement}`),
    ),
  );
}

const [a, b, c] = ['00112233445566aa', '00112233445566bb', '00112233445566cc'];
const p = (query: string, headers: Record<string, string> = {}) => get(piwik, `${plainest(piwik)}&${query}`, headers);
const s = (query: string, headers: Record<string, string> = {}) => get(snowplow, `aid=shop&p=web&${query}`, headers);

describe('a visitor id', () => {
  const stays = 'warning piwik.visitor-detection.id-stays';

  it('changes where the cookie of the tracker says it is one visitor', () => {
    const cookie = { cookie: 'x=1; _pk_uid=abc' };
    expect(judge([p(`_id=${a}`, cookie), p(`_id=${a}`, cookie), p(`_id=${b}`, cookie), p(`_id=${b}`, cookie)])).toEqual(
      [[], [], [stays], []],
    );
    expect(judge([p(`_id=${a}`, cookie), p(`_id=${b}`, { cookie: '_pk_uid=def' })])).toEqual([[], []]);
  });

  it('changes where first and last visit are the same', () => {
    const times = '_idts=1390000000&_viewts=1390100000';
    expect(judge([p(`_id=${a}&${times}`), p(`_id=${b}&${times}`)])).toEqual([[], [stays]]);
    expect(judge([p(`_id=${a}&${times}`), p(`_id=${b}&_idts=1390000001&_viewts=1390100000`)])).toEqual([[], []]);
  });

  it('may differ from visitor to visitor of one address and agent, which is said once as information', () => {
    const information = 'information piwik.visitor-detection.id-stays';
    expect(judge([p(`_id=${a}`), p(`_id=${b}`), p(`_id=${c}`), p('_id=00112233445566dd')])).toEqual([
      [],
      [],
      [information],
      [],
    ]);
    expect(judge([p(`_id=${a}`), p(`_id=${b}`), p(`_id=${a}`), p(`_id=${c}`)])).toEqual([[], [], [], []]);
  });

  it('changes when all requests are of one client, but not for want of cookies nor on another site', () => {
    expect(judge([p(`_id=${a}`), p(`_id=${b}`)], { oneClient: true })).toEqual([[], [stays]]);
    expect(judge([p(`_id=${a}&cookie=0`), p(`_id=${b}&cookie=0`)], { oneClient: true })).toEqual([[], []]);
    expect(judge([p(`_id=${a}`), p(`_id=${b}&idsite=2`)], { oneClient: true })).toEqual([[], []]);
  });

  it('of Snowplow changes where the network user stays', () => {
    const network = 'warning snowplow.network-user.domain-id-stays';
    expect(judge([s('e=pv&duid=a1&nuid=n'), s('e=pv&duid=b2&nuid=n')])).toEqual([[], [network]]);
    expect(judge([s('e=pv&duid=a1', { cookie: 'sp=n' }), s('e=pv&duid=b2', { cookie: 'sp=n' })])).toEqual([
      [],
      [network],
    ]);
    const at = (host: string) => `url=${encodeURIComponent(`http://${host}/`)}`;
    expect(judge([s(`e=pv&duid=a1&nuid=n&${at('a.example')}`), s(`e=pv&duid=b2&nuid=n&${at('b.example')}`)])).toEqual([
      [],
      [],
    ]);
  });
});

describe('a cache-buster', () => {
  const fresh = 'warning piwik.transport.fresh-random';

  it.each(['rand', 'r'])('%s is drawn anew', (name) => {
    expect(judge([p(`${name}=1&h=1`), p(`${name}=2&h=1`), p(`${name}=2&h=2`)])).toEqual([[], [], [fresh]]);
  });

  it('may come again in the same request, sent once more', () => {
    expect(judge([p('rand=1&h=1'), p('rand=1&h=1')])).toEqual([[], []]);
  });

  it('may be that of another client', () => {
    expect(judge([p('rand=1&h=1', { 'user-agent': 'x' }), p('rand=1&h=2', { 'user-agent': 'y' })])).toEqual([[], []]);
    const from = (address: string, query: string) => ({ ...p(query), address });
    expect(judge([from('192.0.2.1', 'rand=1&h=1'), from('192.0.2.2', 'rand=1&h=2')])).toEqual([[], []]);
  });

  it('has no meaning in a bulk request', () => {
    const requests = [`?${plainest(piwik)}&rand=1&h=1`, `?${plainest(piwik)}&rand=1&h=2`];
    const body = JSON.stringify({ requests, token_auth: 'x'.repeat(32) });
    expect(judge([request({ method: 'POST', path: '/piwik.php', body })])).toEqual([[]]);
  });

  it('of Snowplow is the tid of one event', () => {
    expect(judge([s('e=pv&tid=1'), s('e=pp&tid=1'), s('e=pp&tid=2')])).toEqual([
      [],
      ['warning snowplow.duplicates.own-tid'],
      [],
    ]);
  });
});

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
