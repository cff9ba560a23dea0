import { describe, expect, it } from 'vitest';
import { judge, p, s } from './judged.ts';

const [a, b, c] = ['00112233445566aa', '00112233445566bb', '00112233445566cc'];
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
