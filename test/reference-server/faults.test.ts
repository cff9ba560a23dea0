import { describe, expect, it } from 'vitest';
import { editions } from '../../reference-server/editions.ts';
import { faults } from '../../reference-server/faults/index.ts';
import { snowplowFaults } from '../../reference-server/faults/snowplow/index.ts';
import { exchange, running } from './running.ts';

/** Requests that between them use everything a fault can break: path and query, then headers. */
const agent = { 'User-Agent': 'Mozilla/5.0 (Windows NT 5.1; rv:23.0) Gecko/20100101 Firefox/23.0', Cookie: 'sp=mine' };
const probes: [string, Record<string, string>][] = [
  [
    '/i?vp=1105x390&e=pv&p=web&page=a+b%2Bc%2541&url=http%3A%2F%2Fh%2Fa%2520b%3Futm_term%3Dt%26utm_content%3Dc%23f' +
      '&refr=http%3A%2F%2Fwww.google.com%2Fsearch%3Fq%3Dw&dtm=1361553733313&tz=UTC&aid=Shop&cookie=0&f_fla=0&f_wma=1' +
      '&ds=1x2&res=12345x1&uid=0123456789abcdef&vid=1&fp=3511643688&nuid=n1234567&ip=192.0.2.1&tv=+1+&lang=%F0%9F%99%82',
    agent,
  ],
  [
    '/i?e=pv&url=http%3A%2F%2Fh%2F&refr=http%3A%2F%2Fh%2Fb&aid=other&nobody=1&uid=u&tid=abc',
    { ...agent, Referer: 'http://g/' },
  ],
  ['/i?e=pv&page=page&uid=u&p=iot&mac=m', { Referer: 'http://g/' }],
  ['/i?e=pv&mac=m&uid=u&tid=t1', agent],
  ['/i?e=pv&mac=m&uid=u&tid=t1', agent],
  ['/i?e=pv&mac=m&uid=u&tid=t2', agent],
  ['/i?e=pp&p=web&pp_mix=1&pp_max=2', agent],
  ['/i?e=ad&p=web&uid=u', agent],
  ['/i?e=tr&p=web&tr_tt=19.990000001&tr_id=007&cookie=1&page=a=b', agent],
  ['/i?e=ti&p=web&ti_pr=7.99&ti_sk=null', agent],
  ['/i?e=se&p=web&se_ca=%C3%BC&se_la=%3Cb%3E&se_va=1e3', agent],
  ['/i?e=ue&p=web&ue_na=n&ue_px=eyJwIjoiw7w_Pz8-In0', agent],
  ['/i?e=ue&p=web&ue_pr=%7B%22a%22%3A%7B%22b%22%3A1%7D%7D', agent],
  ['/i?e=ue&p=web&ue_px=eyJhIjoxfQ', agent],
  ['/i?e=pv&vid=a&cd=b', agent],
  ...Array.from({ length: 20 }, (_, n): [string, Record<string, string>] => [
    `/i?e=pv&p=web&uid=u&tid=number${n}`,
    agent,
  ]),
];

/** fetch never leaves out the User-Agent header, so one request is written by hand. */
const bare = 'GET /i?e=pv&p=web&uid=u HTTP/1.1\r\nHost: h\r\nConnection: close\r\nX-Beaconform-Now: 1390212000\r\n\r\n';

/** Everything the outside can see after the probes, save what is random. */
async function trace(fault?: string): Promise<string> {
  const here = await running(fault === undefined ? {} : { faults: [fault] });
  const answers: unknown[] = [];
  for (const [target, headers] of probes) {
    const answer = await here.get(target, { ...headers, 'X-Beaconform-Now': '1390212000' });
    const cookie = /sp=mine;/.test(answer.headers.get('set-cookie') ?? '');
    const body = Buffer.from(await answer.arrayBuffer()).toString('hex');
    answers.push([answer.status, body, answer.headers.get('content-type'), cookie]);
  }
  await exchange(here.server, bare);
  const events = await here.records('snowplow/events');
  const bad = await here.records('snowplow/bad');
  await here.close();
  expect(here.reports).toEqual([]);
  const known = events.map((row) => {
    const drawn = typeof row.network_userid === 'string' && row.network_userid.length === 36;
    return { ...row, event_id: null, network_userid: drawn ? 'drawn' : (row.network_userid ?? null) };
  });
  return JSON.stringify({ answers, events: known, bad });
}

describe('faults', () => {
  it('have ids of their own, and name a requirement of the server', () => {
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
    for (const { id, requirement, description } of faults) {
      const [protocol] = id.split('.') as ['piwik' | 'snowplow'];
      const found = editions[protocol].requirements[requirement];
      expect(found?.binds, `${id} breaks ${requirement}`).toMatch(/^(server|both)$/);
      expect(description).toMatch(/\.$/);
    }
  });

  it('are refused when unknown, and the near ones are named', async () => {
    await expect(running({ faults: ['snowplow.dimensions.x'] })).rejects.toThrow('snowplow.dimensions.height-first');
  });

  it('leave the sound server as it is', async () => {
    expect(await trace()).toBe(await trace());
  });

  it.each(snowplowFaults.map(({ id }) => id))('%s shows from outside', async (id) => {
    expect(await trace(id)).not.toBe(await trace());
  });
});
