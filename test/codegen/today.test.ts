/** The versions of today against the tables they were written from, when these are beside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { protocols } from '../../generated/index.ts';
import type { Facts } from '../../generated/model.ts';

const matomo = protocols.piwik['5'] as Facts;
const tp2 = protocols.snowplow.tp2 as Facts;

const folder = resolve(import.meta.dirname, '../../../shared/facts');
const absent = existsSync(folder) ? '' : ' (skipped: the facts are not beside the repository)';
const run = it.skipIf(absent !== '');

/** The first cells of the table in section 1, with the rest of their rows. */
function rowsOf(file: string): { names: string[]; rest: string }[] {
  if (absent !== '') return [];
  const section =
    readFileSync(resolve(folder, file), 'utf8')
      .split(/^## /m)
      .find((part) => part.startsWith('1.')) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| param'));
  return rows.map((line) => {
    const [, first = '', ...rest] = line.split('|');
    return { names: first.match(/[a-z_][a-z0-9_]*N?/g) ?? [], rest: rest.join('|') };
  });
}

/** Words of the first cells that are no names, and names that stand in addresses and are no parameters. */
const words = new Set('unknown names and as parameters plugin in url lugin andwidth'.split(' '));

describe('Matomo 5', () => {
  run(`knows every parameter of its table${absent}`, () => {
    const rows = rowsOf('matomo-5.md').filter(({ rest }) => !rest.includes('read nowhere in 5'));
    const names = rows
      .filter(({ names: [first] }) => first !== 'bw_bytes')
      .flatMap(({ names }) => names.filter((name) => !words.has(name) && !name.endsWith('_')));
    expect(names.length).toBeGreaterThan(85);
    const unknown = names.filter((name) => !(name in matomo.parameters) && !/^(RACKING|utm_|_pkX)$/.test(name));
    expect(unknown).toEqual([]);
  });

  run(`does not know what is read nowhere${absent}`, () => {
    const gone = rowsOf('matomo-5.md').filter(({ rest }) => rest.includes('read nowhere in 5'));
    const names = gone.flatMap(({ names: all }) => all);
    expect(names).toEqual(expect.arrayContaining(['gt_ms', '_idts', 'dir', 'gears']));
    expect(names.filter((name) => name in matomo.parameters)).toEqual([]);
  });

  run(`asks for a token where its table has a T${absent}`, () => {
    const rows = rowsOf('matomo-5.md');
    const needing = rows.filter(({ rest }) => /\| T \|$/.test(rest.trim())).flatMap(({ names }) => names);
    const admin = Object.values(matomo.parameters).filter(({ authentication }) => authentication === 'admin');
    expect(admin.map(({ name }) => name).sort()).toEqual(needing.sort());
  });

  it('knows families by their pattern', () => {
    const pattern = new RegExp(matomo.parameters.dimensionN?.names ?? '', 'u');
    expect(
      ['dimension1', 'dimension12', 'dimension0', 'dimension', 'xdimension1'].map((name) => pattern.test(name)),
    ).toEqual([true, true, false, false, false]);
  });
});

describe('Snowplow tp2', () => {
  run(`knows every parameter of its table${absent}`, () => {
    const names = rowsOf('snowplow-now.md').flatMap(({ names: all }) => all.filter((name) => name !== 'and'));
    expect(names.length).toBeGreaterThan(85);
    expect(names.filter((name) => !(name in tp2.parameters))).toEqual([]);
  });

  run(`fills the columns its table names${absent}`, () => {
    for (const { names, rest } of rowsOf('snowplow-now.md')) {
      const [column = ''] = rest.split('|');
      const [name = ''] = names;
      const own = tp2.parameters[name]?.columns.map((one) => one.column) ?? [];
      // Rows of several parameters name their columns by their beginnings.
      if (names.length === 1 && /^ [a-z_]+ $/.test(column)) expect(own, name).toEqual([column.trim()]);
    }
  });

  it('has the 80 names of payload_data 1-0-4 and the 131 columns of an event, and those that are its own', () => {
    const inBatches = Object.values(tp2.parameters).filter(({ queryOnly }) => !queryOnly);
    // What the spec gains for all versions is no name of that schema.
    const own = inBatches.filter(({ source }) => source.startsWith('Snowplow today'));
    expect(own).toHaveLength(80);
    expect(tp2.records.events?.length).toBeGreaterThanOrEqual(131);
  });
});
