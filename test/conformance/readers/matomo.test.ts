import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { matomoReader } from '../../../conformance/server/readers/matomo/reader.ts';
import { tablesOf } from '../../../conformance/server/readers/matomo/rows.ts';
import { columnKinds } from '../../../conformance/server/run/values.ts';
import { facts } from '../../../generated/piwik/2.0/facts.ts';

const token = 'token-of-an-administrator';
const at = 1_741_082_400;

const visit = (id: number, visitor: string, url: string) => ({
  idSite: 1,
  idVisit: id,
  visitorId: visitor,
  visitIp: '203.0.113.10',
  firstActionTimestamp: at,
  referrerType: 'direct',
  plugins: 'cookie, pdf',
  actionDetails: [{ type: 'action', url, pageTitle: null, pageId: id, pageIdAction: id, timestamp: at }],
});

const stored = [
  visit(2, 'bbbbbbbbbbbbbbbb', 'https://www.example.org/b'),
  visit(1, 'aaaaaaaaaaaaaaaa', 'http://example.org/a'),
];

/** A Matomo that answers visits by visitor, or all of them, to one token. */
async function startMatomo(answer?: object) {
  const asked: { url: string; form: URLSearchParams }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const form = new URLSearchParams(body);
    asked.push({ url: request.url ?? '', form });
    const segment = form.get('segment');
    const visitors = segment?.split(',').map((term) => term.replace('visitorId==', ''));
    const refused = { result: 'error', message: `no view access for token ${form.get('token_auth')}` };
    if (form.get('token_auth') !== token) response.writeHead(401).end(JSON.stringify(refused));
    else response.end(JSON.stringify(answer ?? stored.filter((one) => visitors?.includes(one.visitorId) ?? true)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/stats/`;
  const reader = (own = token) => {
    const made = matomoReader({ facts, url, token: own, kindOf: columnKinds(facts) });
    onTestFinished(() => made.close());
    return made;
  };
  return { reader, asked };
}

describe('the reader of a Matomo', () => {
  it('asks for visits by visitor, its token in the body only', async () => {
    const { reader, asked } = await startMatomo();
    const made = reader();
    expect(await made.probe()).toEqual({ door: 'open' });
    const found = await made.read([
      { record: 'log_visit', where: { idvisitor: 'aaaaaaaaaaaaaaaa' }, columns: ['location_ip'] },
      { record: 'log_link_visit_action', where: { idvisitor: 'bbbbbbbbbbbbbbbb' }, columns: ['idaction_url.name'] },
      { record: 'log_visit', where: { idvisitor: 'cccccccccccccccc' }, columns: [] },
    ]);
    expect(found.map((rows) => rows.map(({ idvisit }) => idvisit))).toEqual([[1], [2], []]);
    expect(found[0]?.[0]).toMatchObject({
      location_ip: '203.0.113.10',
      visit_first_action_time: '2025-03-04 10:00:00',
      referer_type: 1,
      config_pdf: 1,
      config_java: 0,
    });
    expect(found[1]?.[0]).toMatchObject({
      'idaction_url.name': 'example.org/b',
      'idvisit.location_ip': '203.0.113.10',
    });
    expect(asked.map(({ url }) => url)).toEqual(['/stats/index.php', '/stats/index.php']);
    expect(asked[1]?.form.get('segment')).toMatch(/visitorId==a{16},visitorId==b{16}/);
  });

  it('looks among the newest visits for rows that no visitor is named for', async () => {
    const { reader, asked } = await startMatomo();
    const where = { 'idaction_url.name': 'example.org/a' };
    const found = await reader().read([{ record: 'log_link_visit_action', where, columns: [] }]);
    expect(found.map((rows) => rows.map(({ idvisit }) => idvisit))).toEqual([[1]]);
    expect(asked[0]?.form.get('segment')).toBeNull();
    expect(asked[0]?.form.get('period')).toBe('range');
  });

  it('asks nothing for rows that Matomo does not show', async () => {
    const { reader, asked } = await startMatomo();
    expect(await reader().read([{ record: 'log_action', where: { name: 'x' }, columns: [] }])).toEqual([[]]);
    expect(asked).toEqual([]);
    for (const column of ['idaction_url.hash', 'time_spent_ref_action', 'idaction_url.url_prefix'])
      expect(reader().sees('log_link_visit_action', column)).toBe(false);
    expect(reader().sees('log_link_visit_action', 'idvisit.idvisitor')).toBe(true);
  });

  it('spreads many visitors over several questions', async () => {
    const { reader, asked } = await startMatomo();
    const ids = Array.from({ length: 100 }, (_, index) => index.toString(16).padStart(16, '0'));
    await reader().read(ids.map((idvisitor) => ({ record: 'log_visit', where: { idvisitor }, columns: [] })));
    expect(asked.map(({ form }) => form.get('segment')?.split(',').length)).toEqual([40, 40, 20]);
  });

  it('says why the door is closed, without the token', async () => {
    const { reader } = await startMatomo();
    const probe = await reader('wrong').probe();
    expect(probe).toMatchObject({ door: 'closed', refused: false });
    expect(JSON.stringify(probe)).not.toContain('wrong');
    const refusing = await startMatomo({ result: 'error', message: `unknown segment for ${token}` });
    const refused = await refusing.reader().probe();
    expect(refused).toMatchObject({ door: 'closed', reason: expect.stringContaining('unknown segment') });
    expect(JSON.stringify(refused)).not.toContain(token);
    const strange = await startMatomo({ visits: [] });
    expect(await strange.reader().probe()).toMatchObject({ door: 'strange' });
  });

  it('shows an event without the type of its URL, which the answer does not tell', () => {
    const detail = { type: 'event', url: 'http://example.org/e', pageIdAction: 3, pageId: 9, timestamp: at };
    const event = { ...detail, eventCategory: 'c', eventAction: 'a', eventName: 'n', eventValue: 1.5 };
    const [row] =
      tablesOf([{ ...visit(1, 'aaaaaaaaaaaaaaaa', 'x'), actionDetails: [event] }]).log_link_visit_action ?? [];
    expect(row).toMatchObject({
      'idaction_event_category.type': 10,
      'idaction_event_action.name': 'a',
      'idaction_name.type': 12,
      custom_float: '1.5',
    });
    expect(row).not.toHaveProperty(['idaction_url.type']);
  });

  it('needs a token, and Piwik', () => {
    const options = { url: 'http://127.0.0.1/', kindOf: columnKinds(facts) };
    expect(() => matomoReader({ ...options, facts, token: undefined })).toThrow(/needs --token/);
    expect(() => matomoReader({ ...options, facts: { ...facts, protocol: 'snowplow' }, token })).toThrow(/piwik/);
  });
});
