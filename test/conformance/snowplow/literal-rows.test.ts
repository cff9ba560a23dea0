import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, StoredValue } from '../../../conformance/server/model.ts';
import { classesOf } from '../../../conformance/server/samples/samples.ts';
import { joined } from '../../../conformance/server/samples/url-parts.ts';
import { absentParts, presentParts } from '../../../conformance/server/snowplow/row/url-columns.ts';
import type { Parameter } from '../../../generated/model.ts';
import { facts } from '../../../generated/snowplow/2014-01/facts.ts';

type Row = Readonly<Record<string, StoredValue>>;

/** What parameters with several columns must leave, written by hand: neither the spec nor a server is asked. */
const rows: readonly (readonly [name: string, text: string, row: Row])[] = [
  ['res', '1280x1024', { dvce_screenwidth: 1280, dvce_screenheight: 1024 }],
  ['ds', '1090x1152', { doc_width: 1090, doc_height: 1152 }],
  ['vp', '1105x390', { br_viewwidth: 1105, br_viewheight: 390 }],
  [
    'dtm',
    '1361553733313',
    {
      dvce_dt: '2013-02-22',
      dvce_tm: '17:22:13',
      dvce_epoch: 1361553733313,
      dvce_tstamp: '2013-02-22 17:22:13.313',
    },
  ],
];

function ruled(cell: Cell): StoredValue {
  if (cell.kind === 'is') return cell.value;
  if (cell.kind !== 'answer') throw new Error(`a sample has a cell of kind ${cell.kind}`);
  return cell.answers[facts.ledger[cell.ledger]?.ruling ?? ''] ?? null;
}

/** The literal row with the drawn value's own numbers in the places of the literal's. */
function rowOf(name: string, text: string): Row {
  const [, , literal] = rows.find(([own]) => own === name) ?? [];
  if (name === 'dtm') {
    const stamp = new Date(Number(text)).toISOString().replace('T', ' ').replace('Z', '');
    return { dvce_dt: stamp.slice(0, 10), dvce_tm: stamp.slice(11, 19), dvce_epoch: Number(text), dvce_tstamp: stamp };
  }
  const sides = text.split('x').map(Number);
  return Object.fromEntries(Object.keys(literal ?? {}).map((column, index) => [column, sides[index] ?? null]));
}

describe('parameters with several columns', () => {
  test.each(rows)('%s=%s leaves the row written by hand', (name, text, row) => {
    expect(rowOf(name, text)).toEqual(row);
    const parameter = facts.parameters[name] as Parameter;
    for (const { wire, stored } of fc.sample(classesOf(parameter, facts).ordinary as never, {
      seed: 2,
      numRuns: 200,
    }) as {
      wire: string;
      stored: Cell[];
    }[]) {
      const cells = parameter.columns.map(({ column }, index) => [column, ruled(stored[index] as Cell)]);
      expect(Object.fromEntries(cells)).toEqual(rowOf(name, decodeURIComponent(wire)));
    }
  });

  test('the parts of an address leave the columns written by hand', () => {
    const parts = { scheme: 'https', host: 'shop.example', path: '/a%20b', query: 'id=1&x=c+d' } as const;
    expect(joined(parts)).toBe('https://shop.example/a%20b?id=1&x=c+d');
    const requirement = 'snowplow.page-url.parts';
    const columns = { ...presentParts('page', parts, requirement), ...absentParts('page', parts, requirement) };
    const row = Object.fromEntries(Object.entries(columns).map(([column, { cell }]) => [column, ruled(cell)]));
    expect(row).toEqual({
      page_urlscheme: 'https',
      page_urlhost: 'shop.example',
      page_urlport: 80,
      page_urlpath: '/a%20b',
      page_urlquery: 'id=1&x=c+d',
      page_urlfragment: null,
    });
  });

  test('no other parameter fills several columns but the two forms of properties', () => {
    const several = Object.values(facts.parameters).filter(({ columns }) => columns.length > 1);
    expect(several.map(({ name }) => name).sort()).toEqual(['dtm', 'ds', 'res', 'ue_pr', 'ue_px', 'vp'].sort());
  });
});
