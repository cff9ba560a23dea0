import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { beaconformReader } from '../../../conformance/server/readers/beaconform.ts';
import { ReadError, type Row } from '../../../conformance/server/readers/reader.ts';
import { referenceOf } from '../../../conformance/server/readers/references.ts';
import { columnKinds } from '../../../conformance/server/run/values.ts';
import { protocols } from '../../../generated/index.ts';

type Tables = Record<string, Row[]>;

const facts = Object.values(protocols.piwik)[0];
if (!facts) throw new Error('no version of piwik');

/** A records door over tables in memory, with pages of two rows unless told otherwise. */
async function startDoor(tables: Tables, { authorization, page = 2 }: { authorization?: string; page?: number } = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const url = new URL(request.url ?? '', 'http://door');
    if (authorization && request.headers.authorization !== authorization) return void response.writeHead(401).end();
    const record = url.pathname.split('/').at(-1) ?? '';
    const columns = [...new Set(url.searchParams.keys())].filter((name) => !name.startsWith('_'));
    const after = Number(url.searchParams.get('_after') ?? 0);
    const values = columns.map((name) => [name, new Set(url.searchParams.getAll(name))] as const);
    const rows = (tables[record] ?? []).filter((row) => values.every(([name, any]) => any.has(String(row[name]))));
    const next = rows.length > after + page ? { next: String(after + page) } : {};
    response.end(JSON.stringify({ records: rows.slice(after, after + page), ...next }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a/b/`;
  const reader = (token?: string) => {
    const made = beaconformReader({
      facts: facts as NonNullable<typeof facts>,
      url,
      token,
      kindOf: columnKinds(facts as NonNullable<typeof facts>),
    });
    onTestFinished(() => made.close());
    return made;
  };
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { reader, asked, server };
}

const tables: Tables = {
  log_action: [1, 2, 3, 4, 5].map((idaction) => ({ idaction, name: `n${idaction}`, type: 1 })),
  log_visit: [
    { idvisit: 10, idvisitor: 'aa', visit_entry_idaction_url: 1 },
    { idvisit: 11, idvisitor: 'bb', visit_entry_idaction_url: 2 },
  ],
  log_link_visit_action: [
    { idlink_va: 1, idvisit: 10, idaction_url: 1, idaction_name: null, idsite: 1 },
    { idlink_va: 2, idvisit: 10, idaction_url: 2, idaction_name: 3, idsite: 1 },
    { idlink_va: 3, idvisit: 11, idaction_url: 2, idaction_name: 99, idsite: 1 },
    { idlink_va: 4, idvisit: 11, idaction_url: 2, idaction_name: 4, idsite: 2 },
  ],
};

describe('the reader of the records door', () => {
  it('finds rows by columns of rows they refer to, over pages', async () => {
    const { reader } = await startDoor(tables);
    const record = 'log_link_visit_action';
    const found = await reader().read([
      { record, where: { 'idaction_url.name': 'n2', idsite: 1 }, columns: ['idaction_name.name', 'idvisit.idvisitor'] },
      { record, where: { 'idaction_url.name': 'n1', idsite: 1 }, columns: [] },
      { record, where: { 'idvisit.idvisitor': 'bb', idsite: 2 }, columns: ['idvisit.visit_entry_idaction_url.name'] },
      { record, where: { 'idaction_url.name': 'none', idsite: 1 }, columns: [] },
      { record: 'log_visit', where: { idvisitor: 'aa' }, columns: ['visit_entry_idaction_url.name'] },
    ]);
    expect(found.map((rows) => rows.map((row) => row.idlink_va ?? row.idvisit))).toEqual([[2, 3], [1], [4], [], [10]]);
    expect(found[0]?.map((row) => row['idaction_name.name'])).toEqual(['n3', null]);
    expect(found[0]?.map((row) => row['idvisit.idvisitor'])).toEqual(['aa', 'bb']);
    expect(found[2]?.[0]?.['idvisit.visit_entry_idaction_url.name']).toBe('n2');
    expect(found[4]?.[0]?.['visit_entry_idaction_url.name']).toBe('n1');
  });

  it('compares NULL here, since no query can say it', async () => {
    const { reader } = await startDoor(tables);
    const [rows] = await reader().read([
      { record: 'log_link_visit_action', where: { idvisit: 10, idaction_name: null }, columns: [] },
    ]);
    expect(rows?.map(({ idlink_va }) => idlink_va)).toEqual([1]);
  });

  it('spreads many values over several requests', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      idvisit: index,
      idvisitor: index.toString(16).padStart(16, '0'),
    }));
    const { reader, asked } = await startDoor({ log_visit: many }, { page: 100 });
    const found = await reader().read(
      many.map(({ idvisitor }) => ({ record: 'log_visit', where: { idvisitor }, columns: [] })),
    );
    expect(found.map((rows) => rows.map(({ idvisit }) => idvisit))).toEqual(many.map(({ idvisit }) => [idvisit]));
    expect(Math.max(...asked.map((url) => url.length))).toBeLessThan(7_000);
  });

  it('shows its token to the door, and says what came instead of rows', async () => {
    const { reader, server } = await startDoor(tables, { authorization: 'Bearer right' });
    expect(await reader('right').probe()).toEqual({ door: 'open' });
    expect(await reader('wrong').probe()).toMatchObject({ door: 'closed', refused: false });
    const wanted = [{ record: 'log_visit', where: { idvisit: 1 }, columns: [] }];
    await expect(reader('wrong').read(wanted)).rejects.toThrow(/answered 401/);
    const late = reader('right');
    server.close();
    server.closeAllConnections();
    await expect(late.read(wanted)).rejects.toThrow(ReadError);
    expect(await late.probe()).toMatchObject({ door: 'closed', refused: true });
  });

  it('sees the columns of the spec, also behind references', async () => {
    const { reader } = await startDoor({});
    expect(reader().sees('log_link_visit_action', 'idaction_url.name')).toBe(true);
    expect(reader().sees('log_visit', 'visit_exit_idaction_name.name')).toBe(true);
    expect(reader().sees('log_visit', 'no_such_column')).toBe(false);
    expect(reader().sees('log_visit', 'idvisitor.name')).toBe(false);
  });
});

it('every key that Piwik names after another row is known as a reference', () => {
  const columns = Object.values(facts.records).flat();
  const keys = columns.filter(({ column, record }) => /idaction/.test(column) && record !== 'log_action');
  expect(keys.length).toBeGreaterThan(8);
  for (const { column } of keys) expect(referenceOf(column)).toEqual({ record: 'log_action', column: 'idaction' });
  expect(referenceOf('idsite')).toBeUndefined();
});
