/** The sources' tables, as facts, against the parameters of the spec. */
import { describe, expect, it } from 'vitest';
import { protocols, versions } from '../../generated/index.ts';
import type { Facts, Parameter } from '../../generated/model.ts';
import { editions, readGenerated } from './editions.ts';
import { rowsOf, sourcesOf } from './source-files.ts';

const snowplow = protocols.snowplow['2014-01'] as Facts;
const piwik = protocols.piwik['2.0'] as Facts;

/** What a type word of the Snowplow page may be in the spec. */
const wireForms: Readonly<Record<string, readonly string[]>> = {
  text: ['text', 'code', 'url', 'dimensions', 'ip-address'],
  int: ['integer', 'epoch-millis'],
  integer: ['integer'],
  decimal: ['decimal'],
  boolean: ['flag'],
  JSON: ['json'],
  'JSON (Base64 encoded)': ['base64-json'],
};

describe('parameters of the Snowplow page', () => {
  const rows = rowsOf('snowplow', 'Parameter').map((row) => [row.Parameter ?? '', row] as const);

  it('are 68, and none is listed twice', () => {
    expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
    expect(rows.length).toBe(68);
  });

  it.each(rows)('%s is in the spec as the page has it', (name, row) => {
    const parameter = snowplow.parameters[name] as Parameter;
    expect(parameter?.status).toBe(row['Implemented?'] === 'Yes' ? 'implemented' : 'proposed');
    const type = row.Type;
    // In the row of cd the cells of type and description have changed places.
    if (type !== undefined && name !== 'cd') expect(wireForms[type]).toContain(parameter.wireForm);
    const named = (row['Maps to'] ?? '').split(/, | and | or /);
    const own = parameter.columns.map(({ column }) => column);
    const others = snowplow.records.events?.map(({ column }) => column) ?? [];
    expect(own).toContain(named.at(-1));
    // The page writes br_featurse for br_features in some rows.
    expect(named.filter((column) => ![...others, 'br_featurse'].includes(column))).toEqual([]);
  });

  it('fill what the page says, and only names of the time beside it', () => {
    const listed = new Set(rows.map(([name]) => name));
    const others = Object.values(snowplow.parameters).filter(({ name }) => !listed.has(name));
    expect(others.filter(({ status }) => status !== 'observed').map(({ name }) => name)).toEqual([]);
  });

  it('are in every later version as well: the page forbids taking one away', () => {
    const lost = Object.values(protocols.snowplow).flatMap(({ version, parameters }) =>
      rows.filter(([name]) => parameters[name] === undefined).map(([name]) => `${version}: ${name}`),
    );
    expect(lost).toEqual([]);
  });

  it('know every platform and every kind of event the page lists', () => {
    const platforms = rowsOf('snowplow', 'Platform').map((row) => row['p value']);
    expect(snowplow.parameters.p?.values).toEqual(expect.arrayContaining(platforms));
    const events = rowsOf('snowplow', 'Type of tracking').flatMap(
      (row) => row['Event type (value of e)']?.split(' and ') ?? [],
    );
    expect(snowplow.parameters.e?.values).toEqual(expect.arrayContaining(events.filter((code) => code !== 'TBD')));
  });
});

describe('parameters of the Piwik guide', () => {
  const rows = rowsOf('piwik', 'Name').map((row) => [row.Name ?? '', row] as const);

  it('are 40, and none is listed twice', () => {
    expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
    expect(rows.length).toBe(40);
  });

  it.each(rows)('%s is in the spec with its level', (name, row) => {
    expect(piwik.parameters[name]?.level).toBe(row.Level);
    expect(piwik.parameters[name]?.status).not.toBe('observed');
  });
});

describe.each(editions)('stored examples in $name', (edition) => {
  const { $defs } = readGenerated(edition, 'records.schema.json');
  const typeOf = (value: unknown): string =>
    value === null ? 'null' : Number.isInteger(value) ? 'integer' : typeof value;

  it('hold what the records door could write', () => {
    const wrong: string[] = [];
    // The documents are those of the first version; later ones have other columns.
    const isFirst = versions[edition.facts.protocol][0] === edition.facts;
    for (const { examples = [] } of isFirst ? sourcesOf(edition.facts.protocol) : []) {
      for (const { name, stored } of examples) {
        for (const { record, columns } of stored) {
          for (const [column, value] of Object.entries(columns)) {
            const { type, pattern, maxLength } = $defs[record].properties[column] ?? {};
            const fits = [type].flat().includes(typeOf(value));
            const formed = value === null || pattern === undefined || new RegExp(pattern, 'u').test(String(value));
            const short = typeof value !== 'string' || maxLength === undefined || [...value].length <= maxLength;
            if (!fits || !formed || !short) wrong.push(`${name}: ${record}.${column} = ${JSON.stringify(value)}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('of parameters hold the types of their columns', () => {
    const wrong: string[] = [];
    for (const { name, columns, examples } of Object.values(edition.facts.parameters)) {
      for (const [key, value] of examples.flatMap(({ stored }) => Object.entries(stored))) {
        const column = key.split('.').at(-1) ?? '';
        const own = columns.filter((filled) => filled.column === column);
        const schemas = own.map(({ record }) => $defs[record].properties[column]);
        const fitting = schemas.filter(
          ({ type, pattern }) =>
            [type].flat().includes(typeOf(value)) &&
            (value === null || !pattern || new RegExp(pattern, 'u').test(String(value))),
        );
        if (fitting.length < schemas.length) wrong.push(`${name}: ${key} = ${JSON.stringify(value)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
