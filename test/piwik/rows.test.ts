import { describe, expect, it } from 'vitest';
import { hit, later, noon, superUser, track } from './tracked.ts';

describe('one page view', () => {
  const { visits, actions, rows } = track([
    hit({
      url: 'https://www.example.org/Shop/a?x=1&gclid=7#top',
      action_name: ' Help / Feedback ',
      urlref: 'http://www.google.com/search?q=Red+Shoes',
      res: '1280x1024',
      h: 7,
      m: 8,
      s: 9,
      _idvc: 3,
      _idts: noon - 10 * 86400,
      _viewts: noon - 2 * 86400,
      fla: 1,
      java: 1,
      cookie: 1,
      _cvar: '{"2":["Kind","a"]}',
      cvar: '{"1":["p","q"],"5":["r",1.5]}',
      gt_ms: 250,
    }),
  ]);

  it('fills its visit', () => {
    expect(visits).toEqual([
      expect.objectContaining({
        idvisit: 1,
        idsite: 1,
        idvisitor: '0123456789abcdef',
        visitor_localtime: '07:08:09',
        visitor_returning: 1,
        visitor_count_visits: 3,
        visitor_days_since_first: 10,
        visitor_days_since_last: 2,
        visitor_days_since_order: 0,
        visit_first_action_time: '2014-01-20 10:00:00',
        visit_last_action_time: '2014-01-20 10:00:00',
        visit_total_actions: 1,
        visit_total_searches: 0,
        visit_total_events: 0,
        visit_total_time: 0,
        visit_goal_converted: 0,
        visit_goal_buyer: 0,
        referer_type: 2,
        referer_name: 'Google',
        referer_keyword: 'red shoes',
        referer_url: 'http://www.google.com/search?q=Red+Shoes',
        config_os: 'WI7',
        config_browser_name: 'FF',
        config_browser_version: '26.0',
        config_resolution: '1280x1024',
        config_flash: 1,
        config_java: 1,
        config_director: 0,
        config_cookie: 1,
        location_ip: '203.0.113.10',
        location_browser_lang: 'fr-fr',
        location_country: 'fr',
        location_region: null,
        location_city: null,
        custom_var_k1: null,
        custom_var_k2: 'Kind',
        custom_var_v2: 'a',
      }),
    ]);
  });

  it('fills its action', () => {
    expect(actions).toEqual([
      expect.objectContaining({
        idvisit: 1,
        idvisitor: '0123456789abcdef',
        server_time: '2014-01-20 10:00:00',
        url: 'example.org/Shop/a?x=1',
        name: 'Help/Feedback',
        url_ref: 0,
        name_ref: 0,
        time_spent_ref_action: 0,
        custom_var_k1: 'p',
        custom_var_v1: 'q',
        custom_var_k5: 'r',
        custom_var_v5: '1.5',
        custom_var_k2: null,
        custom_float: '250',
      }),
    ]);
  });

  it('makes an action type of its title and of its address', () => {
    expect(rows.log_action).toEqual([
      { idaction: 1, name: 'Help/Feedback', hash: 3887671854, type: 4, url_prefix: null },
      { idaction: 2, name: 'example.org/Shop/a?x=1', hash: 837916778, type: 1, url_prefix: 3 },
    ]);
  });
});

describe('privileged parameters', () => {
  const parameters = {
    cip: '2001:db8::5',
    cdt: '2011-04-05 00:11:42',
    country: 'de',
    region: '02',
    city: 'Köln',
    lat: '50.9375',
    long: '-6.96',
  };

  it('fill their columns with a token', () => {
    expect(track([hit({ ...parameters, token_auth: superUser })]).visits).toEqual([
      expect.objectContaining({
        location_ip: '2001:db8::5',
        visit_first_action_time: '2011-04-05 00:11:42',
        visit_last_action_time: '2011-04-05 00:11:42',
        visitor_localtime: '00:11:42',
        location_country: 'de',
        location_region: '02',
        location_city: 'Köln',
        location_latitude: '50.9375',
        location_longitude: '-6.96',
      }),
    ]);
  });

  it('fill nothing without one', () => {
    expect(track([hit(parameters)]).visits).toEqual([
      expect.objectContaining({
        location_ip: '203.0.113.10',
        visit_first_action_time: '2014-01-20 10:00:00',
        location_country: 'fr',
        location_city: null,
        location_latitude: null,
      }),
    ]);
  });
});

describe('a second action', () => {
  const { visits, actions } = track([
    hit({ url: 'http://example.org/1', action_name: 'A' }),
    later(30, { url: 'http://example.org/2', action_name: 'B' }),
    later(95, { link: 'http://out.example.com/x' }),
  ]);

  it('keeps up the visit', () => {
    expect(visits).toEqual([
      expect.objectContaining({
        visit_first_action_time: '2014-01-20 10:00:00',
        visit_last_action_time: '2014-01-20 10:01:35',
        visit_total_actions: 3,
        visit_total_time: 96,
        visit_entry_idaction_url: 2,
        visit_entry_idaction_name: 1,
        visit_exit_idaction_url: 5,
        visit_exit_idaction_name: 3,
      }),
    ]);
  });

  it('tells from where the visitor came, and after how long', () => {
    const told = actions.map(({ url, name, url_ref, name_ref, time_spent_ref_action }) => {
      return [url, name, url_ref, name_ref, time_spent_ref_action];
    });
    expect(told).toEqual([
      ['example.org/1', 'A', 0, 0, 0],
      ['example.org/2', 'B', 'example.org/1', 'A', 30],
      ['http://out.example.com/x', null, 'example.org/2', 'B', 65],
    ]);
  });
});
