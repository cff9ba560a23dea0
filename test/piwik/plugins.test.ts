import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { running } from '../reference-server/running.ts';
import { folderWith } from './folder.ts';
import { installed } from './installed.ts';
import { countingPlugin } from './probes/inside-plugins.ts';
import { hit, later } from './tracked.ts';

const examples = resolve(import.meta.dirname, '../../examples/plugins');
const page = '/piwik.php?idsite=1&rec=1&url=http://example.org/';
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 7_0 like Mac OS X) AppleWebKit/537.51.1 Mobile/11A465 Safari/9537.53';

async function serving(plugins: string) {
  const here = await running({ config: { piwik: { plugins } } });
  onTestFinished(() => here.close());
  return here;
}

describe('plugins', () => {
  it('are files of a folder; the example fills a column of its own, which the records door shows', async () => {
    const here = await serving(examples);
    await here.get(page, { 'User-Agent': phone });
    await here.get(page, { 'User-Agent': 'Mozilla/5.0 (Windows NT 6.1; rv:26.0) Gecko/20100101 Firefox/26.0' });
    const visits = await here.records('piwik/log_visit');
    expect(visits.map((visit) => visit.device_type)).toEqual(['smartphone', 'desktop']);
    await expect(here.records('piwik/log_visit', 'device_type=smartphone')).resolves.toHaveLength(1);
  });

  it('get their columns in a database that was there before, and it serves without them again', async () => {
    const database = join(folderWith(), 'store.db');
    const plain = await running({ database });
    await plain.get(page);
    await plain.close();
    const here = await running({ database, config: { piwik: { plugins: examples } } });
    await here.get(`${page}&_id=0123456789abcdef`, { 'User-Agent': phone });
    const types = (await here.records('piwik/log_visit')).map((visit) => visit.device_type);
    expect(types).toEqual([null, 'smartphone']);
    await here.close();
    const again = await running({ database });
    onTestFinished(() => again.close());
    await again.get(`${page}&_id=fedcba9876543210`, {
      'User-Agent': 'Opera/9.63 (Windows NT 5.1; U; en) Presto/2.1.1',
    });
    const visits = await again.records('piwik/log_visit');
    expect(visits).toHaveLength(3);
    expect(visits[0]).not.toHaveProperty('device_type');
  });

  it('add to new visits, to visits that go on, and to conversions', () => {
    const here = installed({
      plugins: [
        countingPlugin(),
        {
          name: 'money',
          columns: [{ record: 'log_conversion', column: 'margin', kind: 'decimal', description: 'Of the revenue.' }],
          newConversionInformation: (_event, row) => ({ margin: `${row.idgoal} ${row.revenue}` }),
        },
      ],
    });
    here.track(hit());
    expect(here.rows('log_visit')).toMatchObject([{ device_brand: 'brand', location_city: 'Plugin City' }]);
    here.track(later(9, { idgoal: 7, revenue: '5' }));
    here.track(later(10, { idgoal: 0, ec_items: '[]', revenue: '6' }));
    here.track(later(11, { idgoal: 0, ec_id: 'O', revenue: '7' }));
    expect(here.rows('log_visit')).toMatchObject([{ device_brand: 'brand again', location_city: 'Plugin City' }]);
    expect(here.rows('log_conversion').map(({ margin }) => margin)).toEqual(['7 5', '0 7']);
  });

  it('keep hits out', () => {
    const here = installed({ plugins: [countingPlugin()] });
    here.track(hit({}, { headers: { ...hit().headers, 'x-plugin': 'out' } }));
    expect(here.rows('log_visit')).toEqual([]);
    here.track(hit());
    expect(here.rows('log_visit')).toHaveLength(1);
  });

  it('that fail, or name columns that are none, lose no hit', () => {
    const here = installed({
      plugins: [
        {
          name: 'broken',
          newVisitorInformation() {
            throw new Error('on purpose');
          },
          existingVisitInformation: () => ({ nothing: 1, idvisit: 99 }),
        },
      ],
    });
    here.track(hit());
    here.track(later(5));
    expect(here.rows('log_visit')).toMatchObject([{ idvisit: 1, visit_total_actions: 2 }]);
    expect(here.reports).toEqual(['the plugin broken failed: on purpose']);
  });

  const column = (more: object) =>
    `export const plugin = { name: 'p', columns: [${JSON.stringify({ record: 'log_visit', kind: 'text', ...more })}] };`;

  it.each([
    ['has neither', 'export const other = 1;', 'exports neither a plugin with a name nor a provider with an id'],
    ['does not parse', 'export const', 'cannot load the plugin'],
    ['wants a column that is there', column({ column: 'config_os' }), 'which there is already'],
    ['wants a column without a decent name', column({ column: 'A-B' }), 'small letters, digits and underscores'],
    ['wants a kind of column that is none', column({ column: 'a', kind: 'magic' }), 'of the kind magic'],
  ])('keep the server from starting when a file %s', async (_name, source, message) => {
    const folder = folderWith({ 'p.mjs': source });
    await expect(running({ config: { piwik: { plugins: folder } } })).rejects.toThrow(message);
  });

  it('keep the server from starting when their folder is not there', async () => {
    await expect(running({ config: { piwik: { plugins: '/no/such' } } })).rejects.toThrow('cannot read the folder');
  });
});
