import { describe, expect, it } from 'vitest';
import { hit, type Parameters, superUser, track } from './tracked.ts';

type Outcome = { kind: string; reason?: string };

function outcomeOf(parameters: Parameters, headers: Record<string, string> = {}, options = {}): Outcome {
  const plain = hit(parameters);
  const [outcome] = track([{ ...plain, headers: { ...plain.headers, ...headers } }], options).outcomes;
  return outcome as Outcome;
}

const site2 = { idsite: 2, url: 'http://ny.example.com/' };
const from = (cip: string) => ({ ...site2, cip, token_auth: superUser });

describe('what is not stored', () => {
  it.each([
    [{ rec: '' }, {}, 'rec is not 1'],
    [{ rec: 0 }, {}, 'rec is not 1'],
    [{ rec: 2 }, {}, 'rec is not 1'],
    [{}, { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }, 'Googlebot'],
    [{ ua: 'x baidu y' }, {}, 'baidu'],
    [{ cip: '65.55.1.2', token_auth: superUser }, {}, 'network of bots'],
    [from('10.9.8.1'), {}, 'address is excluded'],
    [from('2001:db8:bad::5'), {}, 'address is excluded'],
    [{ ...site2, ua: 'foo badagent/1' }, {}, 'BadAgent'],
    [{}, { 'x-purpose': 'preview' }, 'fetched in advance'],
    [{}, { 'x-moz': 'prefetch' }, 'fetched in advance'],
    [{}, { cookie: `a=1; piwik_ignore=ignore%3DczoxOiIqIjs%3D%3A_%3D${'0'.repeat(40)}` }, 'not counted'],
  ])('%j with %j: %s', (parameters, headers, reason) => {
    expect(outcomeOf(parameters as Parameters, headers as Record<string, string>)).toEqual({
      kind: 'excluded',
      reason: expect.stringContaining(reason),
    });
  });

  it.each([
    [{ bots: 1 }, { 'user-agent': 'Googlebot/2.1' }],
    [{}, { 'user-agent': 'Baiduspider/2.0' }],
    [from('10.9.9.1'), {}],
    [{ ua: 'BadAgent' }, {}],
    [{}, { 'x-purpose': 'prefetch' }],
    [{}, { cookie: 'piwik_ignore=1' }],
    [{}, { dnt: '1' }],
  ])('%j with %j is', (parameters, headers) => {
    expect(outcomeOf(parameters as Parameters, headers as Record<string, string>).kind).toBe('stored');
  });

  it('is what options say', () => {
    expect(outcomeOf({}, { dnt: '1' }, { do_not_track: true }).kind).toBe('excluded');
    expect(outcomeOf({}, { dnt: '1', 'user-agent': 'x MSIE 10' }, { do_not_track: true }).kind).toBe('stored');
    expect(outcomeOf({}, {}, { record_statistics: false }).kind).toBe('excluded');
    expect(outcomeOf({}, {}, { excluded_ips: ['203.0.113.*'] }).kind).toBe('excluded');
    expect(outcomeOf({}, {}, { excluded_ips: ['203.0.113.10'], anonymize_ip: true }).kind).toBe('excluded');
    expect(outcomeOf({}, {}, { excluded_user_agents: ['FIREFOX'] }).kind).toBe('excluded');
  });

  it.each(['', 0, -1, 'abc', '1.5', 9999])('is what names the site %j', (idsite) => {
    const { visits, outcomes } = track([hit({ idsite })]);
    expect(visits).toEqual([]);
    expect(outcomes).toEqual([{ kind: 'refused', reason: expect.stringContaining('idsite'), authenticated: false }]);
  });
});

describe('a masked address', () => {
  it('is stored with its last octets as 0', () => {
    const stored = (cip: string) =>
      track([hit({ cip, token_auth: superUser })], { anonymize_ip: true }).visits[0]?.location_ip;
    expect(stored('198.51.100.77')).toBe('198.51.100.0');
    expect(stored('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::');
  });
});
