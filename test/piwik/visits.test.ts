import { describe, expect, it } from 'vitest';
import { hit, later, siteAdmin, superUser, track, viewer } from './tracked.ts';

const visitsOf = (...requests: ReturnType<typeof hit>[]) => track(requests).visits;

describe('the end of a visit', () => {
  it.each([
    [0, 1],
    [1799, 1],
    [1800, 1],
    [1801, 2],
  ])('a gap of %i seconds makes %i visits', (gap, count) => {
    expect(visitsOf(hit(), later(gap))).toHaveLength(count);
    expect(visitsOf(hit({ _id: '' }), later(gap, { _id: '' }))).toHaveLength(count);
    expect(
      visitsOf(
        hit({ cid: 'c'.repeat(16), token_auth: superUser }),
        later(gap, { cid: 'c'.repeat(16), token_auth: superUser }),
      ),
    ).toHaveLength(count);
  });

  it('counts from the last action', () => {
    expect(visitsOf(...[0, 1500, 3000, 4500].map((seconds) => later(seconds)))).toHaveLength(1);
  });

  it.each([
    [-1, 1],
    [-1800, 1],
    [-1801, 2],
  ])('a hit dated %i seconds before the last makes %i visits', (seconds, count) => {
    const visits = visitsOf(hit(), later(seconds));
    expect(visits).toHaveLength(count);
    expect(visits[0]?.visit_first_action_time).toBe('2014-01-20 10:00:00');
  });

  it('is another with another visit length', () => {
    expect(track([hit(), later(601)], { visit_standard_length: 600 }).visits).toHaveLength(2);
    expect(track([hit(), later(600)], { visit_standard_length: 600 }).visits).toHaveLength(1);
  });

  it('keeps the visitor known within the look-back', () => {
    const { visits } = track([hit({ _id: '' }), later(7200, { _id: '' })], { window_look_back_for_visitor: 86400 });
    expect(visits.map((visit) => visit.visitor_returning)).toEqual([0, 1]);
    expect(visits[1]?.idvisitor).toBe(visits[0]?.idvisitor);
  });
});

describe('new_visit', () => {
  it.each([
    [superUser, 2],
    [siteAdmin, 2],
    [viewer, 1],
    ['wrong', 1],
    ['', 1],
  ])('with the token %s makes %i visits', (token_auth, count) => {
    expect(visitsOf(hit(), later(60, { new_visit: 1, token_auth }))).toHaveLength(count);
  });

  it('needs no token when the option says so', () => {
    expect(track([hit(), later(60, { new_visit: 1 })], { new_visit_api_requires_admin: false }).visits).toHaveLength(2);
    expect(track([hit(), later(60)], { tracker_always_new_visitor: true }).visits).toHaveLength(2);
  });
});

describe('a visitor', () => {
  const other = { address: '198.51.100.3' };

  it('is known by the id on another computer', () => {
    expect(visitsOf(hit(), later(60, {}, other))).toHaveLength(1);
  });

  it('is known by the computer under another id, and keeps the first', () => {
    const { visits, actions } = track([hit(), later(60, { _id: 'f'.repeat(16) })]);
    expect(visits.map(({ idvisitor }) => idvisitor)).toEqual(['0123456789abcdef']);
    expect(actions.map(({ idvisitor }) => idvisitor)).toEqual(['0123456789abcdef', '0123456789abcdef']);
  });

  it('is known by the id when the computer is that of somebody else', () => {
    const { actions } = track([hit(), later(30, { _id: 'f'.repeat(16) }, other), later(60, {}, other)]);
    expect(actions.map(({ idvisit }) => idvisit)).toEqual([1, 2, 1]);
  });

  it('is known by a trusted id only, when the option says so', () => {
    expect(track([hit(), later(60, { _id: 'f'.repeat(16) })], { trust_visitors_cookies: true }).visits).toHaveLength(2);
  });

  it('is never known by the computer under a cid', () => {
    const cid = (digit: string) => ({ cid: digit.repeat(16), token_auth: superUser });
    expect(visitsOf(hit(cid('1')), later(60, cid('2')), later(90, cid('1')))).toHaveLength(2);
  });

  it('gets an id of its own without one', () => {
    const made = visitsOf(hit({ _id: '' }), hit({ _id: '' }, other)).map(({ idvisitor }) => idvisitor);
    expect(new Set(made).size).toBe(2);
    for (const id of made) expect(id).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    ['0123456789abcde', undefined],
    ['0123456789ABCDEF', '0123456789abcdef'],
    ['0123456789abcdefff', '0123456789abcdef'],
    ['zz23456789abcdeg', '0023456789abcde0'],
    ['af344a398df83874 ', 'af344a398df83874'],
  ])('with the _id %j has the id %s', (_id, stored) => {
    const id = visitsOf(hit({ _id }))[0]?.idvisitor;
    if (stored === undefined) expect(id).not.toContain('0123456789abcde');
    else expect(id).toBe(stored);
  });

  it.each(['c'.repeat(15), 'c'.repeat(17)])('with the cid %s is refused', (cid) => {
    expect(track([hit({ cid, token_auth: superUser })]).outcomes[0]).toMatchObject({ kind: 'refused' });
  });
});
