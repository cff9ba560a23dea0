import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateConfig } from '../../generated/files/validate-config.ts';
import { startServer } from '../../reference-server/server.ts';
import { defaultPiwikOptions, defaultSnowplowOptions } from '../../reference-server/settings/default-options.ts';
import { defaultSites } from '../../reference-server/settings/default-sites.ts';
import { settingsOf } from '../../reference-server/settings/read.ts';
import { exchange, running, statusOf } from './running.ts';

describe('settings', () => {
  it('have sites 1 to 3 by default, which are a valid configuration', () => {
    expect(
      validateConfig({ sites: defaultSites, piwik: defaultPiwikOptions, snowplow: defaultSnowplowOptions }),
    ).toEqual([]);
    expect([...settingsOf({}, 't').sites.keys()]).toEqual([1, 2, 3]);
  });

  it('have the defaults the schema tells', () => {
    const schema = JSON.parse(readFileSync(new URL('../../spec/files/config.schema.json', import.meta.url), 'utf8'));
    const told = (name: 'piwik' | 'snowplow') =>
      Object.entries(schema.$defs[name].properties as Record<string, { default?: unknown }>).flatMap(
        ([key, property]) => ('default' in property ? [[key, property.default]] : []),
      );
    expect(defaultPiwikOptions).toMatchObject(Object.fromEntries(told('piwik')));
    expect(defaultSnowplowOptions).toEqual(Object.fromEntries(told('snowplow')));
  });

  it('fill what a configuration leaves out', () => {
    const settings = settingsOf(
      {
        sites: [{ id: 7, urls: ['http://h/'], goals: [{ id: 1, attribute: 'manually' }] }],
        tokens: [{ token: 'a', role: 'admin', sites: [7] }],
        piwik: { visit_standard_length: 60 },
      },
      'super',
    );
    expect(settings.sites.get(7)).toMatchObject({ timeZone: 'UTC', currency: 'USD', siteSearch: true });
    expect(settings.sites.get(7)?.goals[0]).toMatchObject({ revenue: '0', patternType: 'contains', deleted: false });
    expect(settings.tokens.get('a')).toEqual({ role: 'admin', sites: [7] });
    expect(settings.tokens.get('super')).toEqual({ role: 'superuser', sites: [] });
    expect(settings.piwik).toMatchObject({ visit_standard_length: 60, page_maximum_length: 1024 });
  });

  it('name every fault a schema cannot see, and no token', () => {
    const site = { id: 1, urls: ['http://h/'], timeZone: 'Mars/Olympus', goals: [] };
    const goal = { id: 2, attribute: 'manually' as const };
    const broken = () =>
      settingsOf(
        {
          sites: [site, { ...site, timeZone: 'UTC', goals: [goal, goal] }],
          tokens: [
            { token: 'secret', role: 'view' },
            { token: 'secret', role: 'admin' },
          ],
        },
        't',
      );
    expect(broken).toThrow(/site id 1 is given twice; a token is given twice; .*Mars\/Olympus.*; goal id 2 of site 1/);
    expect(broken).not.toThrow(/secret/);
  });

  it('hide octets of addresses and name the cookie', async () => {
    const here = await running({ config: { snowplow: { anonymize_octets: 2, cookie_name: 'uid', cookie_days: 1 } } });
    const answer = await here.get('/i?e=pv', { 'X-Beaconform-Now': '1390212000' });
    expect(answer.headers.get('set-cookie')).toMatch(/^uid=.*Expires=Tue, 21 Jan 2014 10:00:00 GMT/);
    expect(await here.records('snowplow/events')).toMatchObject([{ user_ipaddress: '127.0.x.x' }]);
    await here.close();
  });
});

describe('the server', () => {
  it('draws a token when none is given', async () => {
    const options = { port: 0, host: '127.0.0.1', database: ':memory:' };
    const servers = [await startServer(options), await startServer(options)] as const;
    expect(servers[0].token).toMatch(/^[0-9a-f]{32}$/);
    expect(servers[0].token).not.toBe(servers[1].token);
    for (const server of servers) await server.close();
  });

  it('says what to do when the port is taken', async () => {
    const here = await running();
    await expect(running({ port: here.server.port })).rejects.toThrow(
      /Another program listens there; give another --port/,
    );
    await here.close();
  });

  it('obeys test headers only when told to, and refuses what they cannot mean', async () => {
    const here = await running({ testHeaders: false });
    await here.get('/i?e=pv', { 'X-Beaconform-Address': '203.0.113.9', 'X-Beaconform-Now': '0' });
    expect(await here.records('snowplow/events')).toMatchObject([{ user_ipaddress: '127.0.0.1' }]);
    await here.close();
    const open = await running();
    expect((await open.get('/i?e=pv', { 'X-Beaconform-Now': 'yesterday' })).status).toBe(400);
    expect((await open.get('/i?e=pv', { 'X-Beaconform-Address': 'h' })).status).toBe(400);
    expect(await open.records('snowplow/events')).toEqual([]);
    await open.close();
  });

  it('never tells a token in what it reports', async () => {
    const here = await running({ token: 'very-secret' });
    // No header can repeat this origin, which the server notices when it answers.
    const line = 'POST /piwik.php?idsite=1&rec=1&token_auth=very-secret HTTP/1.1';
    const answer = await exchange(
      here.server,
      `${line}\r\nHost: h\r\nOrigin: http://日very-secret\r\nConnection: close\r\n\r\n`,
    );
    expect(statusOf(answer)).toBe(200);
    expect(here.reports).toEqual([expect.stringContaining('could not be written')]);
    expect(here.reports.join()).not.toContain('very-secret');
    await here.close();
  });
});
