import { describe, expect, it } from 'vitest';
import { installed, newStore, textOf } from './installed.ts';
import { countingPlugin } from './probes/inside-plugins.ts';
import { hit, later, siteAdmin } from './tracked.ts';

describe('the tracker cache', () => {
  it('is filled by the first request and serves those behind it', () => {
    const here = installed();
    here.reads();
    here.track(hit());
    expect(here.reads()).toBeGreaterThan(0);
    for (let second = 1; second < 50; second += 1) here.track(later(second));
    expect(here.reads()).toBe(0);
    expect(here.rows('log_link_visit_action')).toHaveLength(50);
  });

  it('is filled again, once, after a change', () => {
    const here = installed();
    here.track(hit());
    here.settings('PUT', 'options/excluded_ips', ['203.0.113.*']);
    here.reads();
    here.track(later(1));
    expect(here.reads()).toBeGreaterThan(0);
    here.track(later(2));
    expect(here.reads()).toBe(0);
    expect(here.rows('log_link_visit_action')).toHaveLength(1);
  });

  it('keeps what another part needs when one is changed', () => {
    const here = installed();
    here.track(hit());
    const { cache } = here.installation;
    const [before, plain] = [cache.settings().sites.get(1), cache.settings().sites.get(3)];
    here.settings('PUT', 'sites/1/goals/99', { attribute: 'manually' });
    expect(cache.settings().sites.get(1)).not.toBe(before);
    expect(cache.settings().sites.get(3)).toBe(plain);
  });

  it('is not believed for longer than five minutes', () => {
    const store = newStore();
    const [one, other] = [installed({ store }), installed({ store })];
    const { cache } = one.installation;
    const clock = 1_390_212_000_000;
    expect(cache.settings(clock).piwik.keep_url_fragment).toBe(false);
    other.settings('PUT', 'options/keep_url_fragment', true);
    expect(cache.settings(clock + 300_000).piwik.keep_url_fragment).toBe(false);
    expect(cache.settings(clock + 300_001).piwik.keep_url_fragment).toBe(true);
  });

  it('has data of plugins, for all sites and for one, until they invalidate it', () => {
    const here = installed({ plugins: [countingPlugin()] });
    const change = { headers: { ...hit().headers, 'x-change': '1' } };
    for (const request of [hit(), later(5000, {}, change), later(10_000)]) here.track(request);
    // Three sites are asked about each time; site 1 comes first.
    expect(here.rows('log_visit').map(({ asked }) => asked)).toEqual(['1 1', '1 1', '2 4']);
    expect(here.reports).toEqual([]);
  });
});

describe('the settings API', () => {
  const goal = { attribute: 'manually', revenue: '12.5' };

  it('changes options, sites and goals, and what it says holds from the next request on', () => {
    const here = installed();
    here.track(hit({ idsite: 4 }));
    expect(here.rows('log_visit')).toHaveLength(0);
    expect(here.settings('PUT', 'sites/4', { urls: ['http://four.example'] }).status).toBe(200);
    here.track(hit({ idsite: 4, idgoal: 1 }));
    expect(here.rows('log_conversion')).toEqual([]);
    expect(JSON.parse(textOf(here.settings('PUT', 'sites/4/goals/1', goal)))).toMatchObject({ id: 1, revenue: '12.5' });
    here.track(hit({ idsite: 4, idgoal: 1 }));
    expect(here.rows('log_conversion')).toMatchObject([{ idsite: 4, idgoal: 1, revenue: '12.5' }]);
    here.settings('DELETE', 'sites/4/goals/1');
    here.track(later(5000, { idsite: 4, idgoal: 1 }));
    here.settings('DELETE', 'sites/4');
    here.track(later(9000, { idsite: 4 }));
    expect(here.rows('log_conversion')).toHaveLength(1);
    expect(here.rows('log_visit')).toHaveLength(1);
    expect(here.settings('GET', 'sites/4').status).toBe(404);
  });

  it('keeps what it was told in the database, and goes back to the configuration when told so', () => {
    const store = newStore();
    installed({ store }).settings('PUT', 'options/visit_standard_length', 60);
    const here = installed({ store, options: { visit_standard_length: 100 } });
    expect(textOf(here.settings('GET', 'options/visit_standard_length'))).toBe('{"visit_standard_length":60}\n');
    here.settings('DELETE', 'options/visit_standard_length');
    expect(here.installation.cache.settings().piwik.visit_standard_length).toBe(100);
  });

  it('is for the super user only, and says nothing to others', () => {
    const here = installed();
    for (const token of ['', 'wrong', siteAdmin]) {
      expect(here.settings('PUT', 'options/debug', true, token).status).toBe(401);
      expect(here.settings('GET', 'options', undefined, token).status).toBe(401);
    }
    expect(here.installation.kept.options().debug).toBe(false);
  });

  it.each([
    ['PUT', 'options/debug', 'yes', 400, 'debug'],
    ['PUT', 'options/debug', undefined, 400, 'no JSON'],
    ['PUT', 'options/plugins', '/', 404, 'No such settings'],
    ['PUT', 'options/nothing', 1, 404, 'No such settings'],
    ['PUT', 'sites/1', { urls: [] }, 400, 'urls'],
    ['PUT', 'sites/1', [], 400, 'no JSON object'],
    ['PUT', 'sites/1', { urls: ['http://a'], timeZone: 'Mars' }, 400, 'Mars'],
    ['PUT', 'sites/0', { urls: ['http://a'] }, 404, 'No such settings'],
    ['PUT', 'sites/1/goals/7', { attribute: 'luck' }, 400, 'attribute'],
    ['PUT', 'sites/99/goals/7', goal, 404, 'No such settings'],
    ['PUT', 'sites/1/goals/7/more', goal, 404, 'No such settings'],
    ['POST', 'sites/1', {}, 405, 'Use GET, PUT, DELETE here.'],
    ['PUT', 'options', {}, 405, 'Use GET, PUT, DELETE here.'],
  ])('answers %s %s with %j by %d', (method, what, document, status, text) => {
    const here = installed();
    const before = textOf(here.settings('GET', 'sites')) + textOf(here.settings('GET', 'options'));
    const answer = here.settings(method, what, document);
    expect(answer.status).toBe(status);
    expect(textOf(answer)).toContain(text);
    expect(textOf(here.settings('GET', 'sites')) + textOf(here.settings('GET', 'options'))).toBe(before);
  });
});
