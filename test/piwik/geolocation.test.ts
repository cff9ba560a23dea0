import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ServeOptions } from '../../reference-server/server.ts';
import { running } from '../reference-server/running.ts';
import { folderWith } from './folder.ts';
import { mmdb } from './mmdb.ts';

const vienna = {
  country: { iso_code: 'AT', names: { en: 'Austria' } },
  subdivisions: [{ iso_code: '9', names: { en: 'Vienna' } }],
  city: { names: { en: 'Vienna' } },
  location: { latitude: 48.2081743, longitude: -16.5, time_zone: 'Europe/Vienna' },
};
const database = mmdb({
  '203.0.113.0/24': vienna,
  '198.51.100.7/32': { country: { iso_code: 'JP', names: { en: 'Japan' } } },
  '192.0.2.0/24': { continent: { code: 'EU' } },
  '2001:db8::/32': { country: { iso_code: 'FR', names: { en: 'France' } } },
});

type PiwikConfig = NonNullable<NonNullable<ServeOptions['config']>['piwik']>;

async function serving(piwik: PiwikConfig) {
  const here = await running({ config: { piwik } });
  onTestFinished(() => here.close());
  /** The place of a new visit of a French-speaking browser at this address. */
  const place = async (address: string, more = '') => {
    const id = (nextId++).toString(16).padStart(16, '0');
    await here.get(`/piwik.php?idsite=1&rec=1&url=http://example.org/&_id=${id}${more}`, {
      'X-Beaconform-Address': address,
      'Accept-Language': 'fr',
    });
    const [visit] = await here.records('piwik/log_visit', `idvisitor=${id}`);
    const names = ['country', 'region', 'city', 'latitude', 'longitude'];
    return names.map((name) => visit?.[`location_${name}`]);
  };
  return { ...here, place };
}

let nextId = 1;
const nowhere = [null, null, null, null];
const masked = { use_anonymized_ip_for_visit_enrichment: false };

function withDatabase(): PiwikConfig {
  const file = join(folderWith({ 'city.mmdb': database }), 'city.mmdb');
  return { ...masked, maxmind_database: file, 'usercountry.location_provider': 'maxmind' };
}

describe('the place of a visit', () => {
  it('is told by the address when the option names the provider maxmind', async () => {
    const { place, reports } = await serving(withDatabase());
    await expect(place('203.0.113.77')).resolves.toEqual(['at', '9', 'Vienna', '48.208174', '-16.5']);
    await expect(place('198.51.100.7')).resolves.toEqual(['jp', ...nowhere]);
    await expect(place('2001:db8::5')).resolves.toEqual(['fr', ...nowhere]);
    expect(reports).toEqual([]);
  });

  it('is guessed by language for addresses that the database does not know', async () => {
    const { place } = await serving(withDatabase());
    await expect(place('198.51.100.8')).resolves.toEqual(['fr', ...nowhere]);
    await expect(place('192.0.2.1')).resolves.toEqual(['fr', ...nowhere]);
  });

  it('is guessed by language by default, database or not', async () => {
    const { 'usercountry.location_provider': _, ...config } = withDatabase();
    const { place } = await serving(config);
    await expect(place('203.0.113.77')).resolves.toEqual(['fr', ...nowhere]);
  });

  it('is overridden with a token, each part by itself', async () => {
    const { place, server } = await serving(withDatabase());
    const more = `&country=de&city=Wien&token_auth=${server.token}`;
    await expect(place('203.0.113.77', more)).resolves.toEqual(['de', '9', 'Wien', '48.208174', '-16.5']);
    const untouched = ['at', '9', 'Vienna', '48.208174', '-16.5'];
    await expect(place('203.0.113.78', '&country=de&city=Wien')).resolves.toEqual(untouched);
  });

  it.each([
    ['is unknown', { 'usercountry.location_provider': 'nobody' }, 'there is no location provider nobody'],
    ['has no file', { 'usercountry.location_provider': 'maxmind' }, 'names no maxmind_database'],
    [
      'has a file that is none',
      { 'usercountry.location_provider': 'maxmind', maxmind_database: import.meta.filename },
      'cannot read the MaxMind database',
    ],
  ])('is guessed by language, and that is reported, when the provider %s', async (_name, config, report) => {
    const { place, reports } = await serving(config);
    expect(reports.join()).toContain(report);
    await expect(place('203.0.113.77')).resolves.toEqual(['fr', ...nowhere]);
  });

  it('is told by a provider that lies in the folder of plugins, which nothing else names', async () => {
    const provider = `export const provider = {
      id: 'moon',
      locate: (_tracking, hit) => ({ location_country: 'mo', location_city: hit.parameters.text('url') }),
    };`;
    const plugins = folderWith({ 'moon.mjs': provider, 'notes.txt': 'no provider' });
    const { place } = await serving({ plugins, 'usercountry.location_provider': 'moon' });
    await expect(place('203.0.113.77')).resolves.toEqual(['mo', null, 'http://example.org/', null, null]);
  });
});

describe('the table of search engines', () => {
  const referrer = async (piwik: PiwikConfig, urlref: string) => {
    const here = await running({ config: { piwik } });
    onTestFinished(() => here.close());
    await here.get(`/piwik.php?idsite=1&rec=1&url=http://example.org/&urlref=${encodeURIComponent(urlref)}`);
    const [visit] = await here.records('piwik/log_visit');
    return [visit?.referer_type, visit?.referer_name, visit?.referer_keyword];
  };
  const ours = { engines: [{ name: 'Ours', hosts: ['find.example'], keywords: ['words'] }] };

  it('is replaced by a file', async () => {
    const search_engines = join(folderWith({ 'engines.json': JSON.stringify(ours) }), 'engines.json');
    const found = await referrer({ search_engines }, 'http://www.find.example/?words=A+b');
    expect(found).toEqual([2, 'Ours', 'a b']);
    const google = 'http://www.google.com/search?q=x';
    await expect(referrer({ search_engines }, google)).resolves.toEqual([3, 'www.google.com', '']);
    await expect(referrer({}, google)).resolves.toEqual([2, 'Google', 'x']);
  });

  it('of a file that is no table is refused', async () => {
    const file = join(folderWith({ 'engines.json': '{"engines":[{"name":"Ours"}]}' }), 'engines.json');
    await expect(referrer({ search_engines: file }, '')).rejects.toThrow(/engines\.json cannot be used: .*hosts/);
    await expect(referrer({ search_engines: `${file}x` }, '')).rejects.toThrow('cannot read the search engines');
  });
});
