import { describe, expect, it } from 'vitest';
import { hit, superUser, track } from './tracked.ts';

const first = (request: ReturnType<typeof hit>, options = {}) => {
  const [answer] = track([request], options).answers;
  return { ...answer, text: Buffer.from(answer?.body ?? []).toString('latin1') };
};

const image = '4749463839610100010080000000000000000021f90401000000002c00000000010001000002024401003b';

describe('the answer', () => {
  it.each([
    ['a stored hit', hit()],
    ['an excluded hit', hit({ rec: 0 })],
    ['an unknown site', hit({ idsite: 9999 })],
    ['an unknown goal', hit({ idgoal: 99 })],
  ])('to %s is the image', (_name, request) => {
    const answer = first(request);
    expect(answer.status).toBe(200);
    expect(answer.headers).toEqual({ 'Content-Type': 'image/gif' });
    expect(Buffer.from(answer.text, 'latin1').toString('hex')).toBe(image);
  });

  it('to a request without parameters is a text', () => {
    expect(first({ ...hit(), query: '' }).headers).toEqual({ 'Content-Type': 'text/html; charset=utf-8' });
    expect(first({ ...hit(), query: '', headers: { referer: 'http://example.org/' } }).headers).toEqual({
      'Content-Type': 'image/gif',
    });
  });

  it('to an authenticated client says what was wrong, with markup escaped', () => {
    const answer = first(hit({ cid: '<b>', token_auth: superUser }));
    expect(answer.headers).toEqual({ 'Content-Type': 'text/html; charset=utf-8' });
    expect(answer.text).toContain('cid is &lt;b&gt;');
  });

  it('to a request by script names the asking origin', () => {
    const request = { ...hit(), method: 'POST', headers: { ...hit().headers, origin: 'http://example.org' } };
    expect(first(request).headers).toMatchObject({ 'Access-Control-Allow-Origin': 'http://example.org' });
  });

  it('is the log while debugging is on, without tokens', () => {
    const answer = first(hit({ action_name: '<T>', token_auth: superUser }), { debug: true });
    expect(answer.headers).toEqual({ 'Content-Type': 'text/html; charset=utf-8' });
    expect(answer.text).toContain('action_name: &lt;T&gt;');
    expect(answer.text).toContain('Stored in the new visit 1');
    expect(answer.text).not.toContain(superUser);
    const here = { ...hit({ rec: 0 }), address: '127.0.0.1' };
    expect(first(here, { debug: true }).text).toContain('Not stored: rec is not 1.');
  });

  it('sets the id cookie when the option says so, and the next hit is known by it', () => {
    const options = { use_third_party_id_cookie: true };
    const cookie = first(hit(), options).headers?.['Set-Cookie'] ?? '';
    expect(cookie).toMatch(/^_pk_uid=0123456789abcdef; expires=Wed, 20 Jan 2016 10:00:00 GMT; path=\/$/);
    const other = {
      ...hit({ _id: 'f'.repeat(16) }),
      address: '198.51.100.9',
      headers: { cookie: '_pk_uid=0123456789abcdef' },
    };
    expect(track([hit(), other], options).visits).toHaveLength(1);
    expect(track([hit(), other]).visits).toHaveLength(2);
  });
});
