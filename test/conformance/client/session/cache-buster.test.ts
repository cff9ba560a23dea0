import { describe, expect, it } from 'vitest';
import { piwik, plainest, request } from '../requests.ts';
import { judge, p, s } from './judged.ts';

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
