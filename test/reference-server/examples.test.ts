import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facts } from '../../generated/snowplow/2014-01/facts.ts';
import { type Running, running, type StoredRecord } from './running.ts';

let here: Running;
beforeAll(async () => {
  here = await running();
});
afterAll(() => here.close());

/** The last row stored. */
async function stored(query: string): Promise<StoredRecord | undefined> {
  const before = await here.records('snowplow/events');
  await here.get(`/i?${query}`);
  const rows = await here.records('snowplow/events');
  expect(rows).toHaveLength(before.length + 1);
  return rows.at(-1);
}

const parameters = Object.values(facts.parameters).flatMap(({ name, examples }) =>
  examples.map((example) => ({ name, ...example })),
);

describe('the example values of every parameter', () => {
  it.each(parameters)('$name=$wire', async ({ name, wire, stored: expected }) => {
    expect(await stored(`x=1&${name}=${wire}`)).toMatchObject(expected);
  });
});

interface SourceExample {
  name: string;
  form: string;
  request: string;
  stored?: { record: string; columns: StoredRecord }[];
}

const folder = new URL('../../spec/snowplow/sources/examples/', import.meta.url);
const sources = readdirSync(folder).flatMap((file) => {
  const { examples } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { examples: SourceExample[] };
  return examples;
});

/** What the page shows raw, as any client of HTTP writes it. */
const sendable = (request: string) => request.replace(/[ \u0080-\uffff]+/g, encodeURIComponent);

describe('the example requests of the document', () => {
  it.each(sources)('$name, $form', async ({ request, stored: expected = [] }) => {
    expect(expected.length).toBeGreaterThan(0);
    for (const { columns } of expected) expect(await stored(sendable(request))).toMatchObject(columns);
  });
});
