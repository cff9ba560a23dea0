/** The sources' facts in the spec against the documents they were read from, where these lie beside the repository. */
import { describe, expect, it } from 'vitest';
import { trace as piwikTrace } from '../../generated/piwik/2.0/trace.ts';
import { trace as snowplowTrace } from '../../generated/snowplow/2014-01/trace.ts';
import { clauses, rowsOf, seedLines, seedsAbsent, sourcesOf } from './source-files.ts';

const piwik = seedLines(/^# All About Tracking/);
const snowplow = seedLines(/Snowplow|SnowPlow/i);

/** Lines of the tables that begin with `heading`, up to the first blank line. */
function tableLines(lines: readonly string[], heading: RegExp): string[] {
  return lines.flatMap((line, index) => {
    if (!heading.test(line)) return [];
    const end = lines.findIndex((one, at) => at > index && one.trim() === '');
    return lines.slice(index + 1, end);
  });
}

describe.skipIf(seedsAbsent !== '')(`the documents${seedsAbsent}`, () => {
  it('list the same Snowplow rows, cell by cell', () => {
    // The example of social events follows its table without a blank line.
    const lines = tableLines(snowplow, /^Parameter Maps to/)
      .map((line) => line.trim())
      .filter((line) => /^\w+ \w/.test(line));
    const rows = rowsOf('snowplow', 'Parameter');
    expect(lines.length).toBe(rows.length);
    const wrong = rows.filter((row) => {
      const line = lines.find((one) => one.startsWith(`${row.Parameter} `)) ?? '';
      const beginning = [row.Parameter, row['Maps to'], row.Type].filter((cell) => cell !== undefined && cell !== '');
      const end = [row['Implemented?'], row['Example values']].filter((cell) => cell !== '').join(' ');
      return !beginning.every((cell) => line.includes(String(cell))) || !line.endsWith(end);
    });
    expect(wrong).toEqual([]);
  });

  it('list the same Piwik parameters with the same levels', () => {
    const bullets = piwik.flatMap((line) => {
      const [, name, level = 'optional'] = /^ +\* `(\w+)`(?: \*\*\((\w+)\)\*\*)? &mdash;/.exec(line) ?? [];
      return name === undefined ? [] : [[name, level]];
    });
    // The parameter bots has a section of its own and no bullet.
    const rows = rowsOf('piwik', 'Name').filter(({ Name }) => Name !== 'bots');
    expect(rows.map(({ Name, Level }) => [Name, Level]).sort()).toEqual(bullets.sort());
  });

  it.each(['piwik', 'snowplow'])('hold every literal example of %s', (protocol) => {
    const text = (protocol === 'piwik' ? piwik : snowplow).join('\n').replaceAll(/\s+/g, ' ');
    const missing = sourcesOf(protocol).flatMap(({ section, examples = [] }) => {
      // Values of tables stand there without their name and an equals sign.
      const stands = (pair: string): boolean =>
        text.includes(section.endsWith('example values') ? pair.replace(/^\w+=/, '') : pair);
      const pairs = examples.filter(({ form }) => form === 'literal').flatMap(({ request }) => request.split('&'));
      return pairs
        .map((pair) => pair.replaceAll(/\s+/g, ' '))
        .filter((pair) => !pair.startsWith('e=') && !stands(pair));
    });
    expect(missing).toEqual([]);
  });

  it('have every clause traced', () => {
    const traced = { ...piwikTrace, ...snowplowTrace };
    expect(clauses().length).toBe(881);
    expect(
      clauses()
        .filter(({ id }) => traced[id] === undefined)
        .map(({ id }) => id),
    ).toEqual([]);
    const known = new Set(clauses().map(({ id }) => id));
    expect(Object.keys(traced).filter((id) => !known.has(id))).toEqual([]);
  });

  it('leave a clause open only where no test could judge it', () => {
    const traced = { ...piwikTrace, ...snowplowTrace };
    const open = clauses().filter(({ id, testable }) => traced[id]?.closed !== undefined && testable !== 'no');
    expect(open.map(({ id }) => id)).toEqual([]);
  });
});
