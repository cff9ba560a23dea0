import { parse } from 'node:querystring';
import { protocols } from '../generated/index.ts';
import { validateRequest } from '../generated/snowplow/2014-01/validate.ts';
import { parseQuery } from '../wire/query.ts';
import type { Row } from './row.ts';
import { rounded } from './row.ts';

/** Parsing and validating a 60-parameter hit, against `node:querystring` and the same validator. */
export function parsing(): Row[] {
  const parameters = Object.values(protocols.snowplow['2014-01']?.parameters ?? {}).filter(
    ({ examples }) => examples.length > 0,
  );
  const query = parameters
    .slice(0, 60)
    .map(({ name, examples }) => `${name}=${examples[0]?.wire}`)
    .join('&');
  const ours = () => {
    const values: Record<string, string> = {};
    for (const { name, value } of parseQuery(query)) values[name] = value;
    return validateRequest(values).length;
  };
  const theirs = () => validateRequest({ ...parse(query) } as Record<string, string>).length;
  if (ours() !== theirs()) throw new Error('the two parsers disagree about the hit they are timed on');
  const [mine, other] = inTurn(ours, theirs);
  return [
    {
      what: 'parse and validate a 60-parameter hit ÷ (node:querystring + validator)',
      measured: other / mine,
      unit: '×',
      bar: { at: 'least', value: 1 },
      calibration: `${rounded(mine)} against ${rounded(other)} µs`,
    },
  ];
}

/** The median time of each in microseconds, measured in turn so that both see the same machine. */
function inTurn(a: () => number, b: () => number): [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < 21; round += 1) {
    for (const [side, run] of [
      [0, a],
      [1, b],
    ] as const) {
      const started = performance.now();
      for (let n = 0; n < 2000; n += 1) run();
      times[side].push(((performance.now() - started) / 2000) * 1000);
    }
  }
  const median = (values: number[]) => values.sort((x, y) => x - y)[10] ?? 0;
  return [median(times[0]), median(times[1])];
}
