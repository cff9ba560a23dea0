/** The typed clients of today's versions: families of names, batches, and that the judge finds nothing in what they send. */
import { describe, expect, it } from 'vitest';
import { judgeRequest } from '../../conformance/client/judge.ts';
import * as matomo from '../../generated/piwik/5/client.ts';
import { validateRequest as validateMatomo } from '../../generated/piwik/5/validate.ts';
import * as tp2 from '../../generated/snowplow/tp2/client.ts';
import type { RawRequest } from '../../wire/request.ts';

const page = { idsite: 1, url: 'http://example.org/a' };
const event = { e: 'pv', p: 'web', tv: 'own-1.0' } as const;
const schema = 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4';

/** A `fetch` that keeps what it is given, and answers. */
function recorder(answer: string): { requests: RawRequest[]; fetch: typeof globalThis.fetch } {
  const requests: RawRequest[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(String(input), init);
    const { pathname, search } = new URL(request.url);
    const headers: Record<string, string> = {};
    request.headers.forEach((value, name) => {
      headers[name] = value;
    });
    const body = new Uint8Array(await request.arrayBuffer());
    requests.push({ method: request.method, path: pathname, query: search.slice(1), headers, body });
    return new Response(answer);
  };
  return { requests, fetch };
}

function violations(requests: readonly RawRequest[]): unknown[] {
  return requests.flatMap((request) =>
    judgeRequest(request, 0, {}).hits.flatMap(({ findings }) => findings.filter(({ level }) => level === 'MUST')),
  );
}

describe('the client of Matomo 5', () => {
  it('writes names that differ by a number', () => {
    const texts = matomo.texts({ ...page, dimension1: 'a', dimension27: 'é', pv_id: 'aB3dE9' });
    expect(texts).toEqual({ rec: '1', idsite: '1', url: page.url, dimension1: 'a', dimension27: 'é', pv_id: 'aB3dE9' });
    expect(validateMatomo(texts)).toEqual([]);
    expect(() => matomo.texts({ ...page, dimension0: 'a' })).toThrow('dimension0 is no parameter');
    expect(() => matomo.texts({ ...page, dimension1: 2 } as never)).toThrow(/^dimension1: expected text/);
  });

  it('asks for no URL, and writes what is new', () => {
    expect(matomo.query({ idsite: 1, ping: true, cdt: new Date('2025-03-04T12:00:00Z') })).toBe(
      'rec=1&idsite=1&ping=1&cdt=2025-03-04%2012%3A00%3A00',
    );
    expect(() => matomo.texts({ idsite: 1, pv_id: 'short' })).toThrow(/^pv_id: expected six letters or digits/);
  });

  it('sends several hits, and reads which were refused', async () => {
    const { requests, fetch } = recorder('{"status":"success","tracked":1,"invalid":1,"invalid_indices":[1]}');
    const { answer } = await matomo.bulk({ url: 'http://t.example/matomo.php', fetch }, [page, { idsite: 99 }]);
    expect(answer.invalid).toBe(1);
    expect(answer.invalid_indices).toEqual([1]);
    expect(new TextDecoder().decode(requests[0]?.body)).toContain('"?rec=1&idsite=99"');
    expect(violations(requests)).toEqual([]);
  });
});

describe('the client of Snowplow tp2', () => {
  const tracker = (fetch: typeof globalThis.fetch) => ({
    url: 'http://c.example/com.snowplowanalytics.snowplow/tp2',
    fetch,
  });

  it('sends a batch as payload_data', async () => {
    const { requests, fetch } = recorder('ok');
    const hits = [
      { ...event, dtm: 1361553733313, page: 'Ü', eid: 'c6ef3124-b53a-4b13-a233-0088f79dcbcb' },
      { ...event, e: 'se', se_ca: 'a', se_va: 1.5e-7 },
    ] as const;
    const sent = await tp2.batch(tracker(fetch), hits);
    expect(sent).toMatchObject({ status: 200, ok: true });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      path: '/com.snowplowanalytics.snowplow/tp2',
      query: '',
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    expect(JSON.parse(new TextDecoder().decode(requests[0]?.body))).toEqual({
      schema,
      data: [
        { e: 'pv', p: 'web', tv: 'own-1.0', dtm: '1361553733313', page: 'Ü', eid: hits[0].eid },
        { e: 'se', p: 'web', tv: 'own-1.0', se_ca: 'a', se_va: '0.00000015' },
      ],
    });
    expect(judgeRequest(requests[0] as RawRequest, 0, {}).hits).toMatchObject([{ version: 'tp2' }, { version: 'tp2' }]);
    expect(violations(requests)).toEqual([]);
  });

  it('refuses an empty batch, and what servers read in a query only', async () => {
    const { requests, fetch } = recorder('ok');
    await expect(tp2.batch(tracker(fetch), [])).rejects.toThrow(/at least one hit/);
    const redirect = { ...event, u: 'http://example.org/' };
    await expect(tp2.batch(tracker(fetch), [redirect as never])).rejects.toThrow(/^u is read in a query only/);
    expect(requests).toEqual([]);
  });

  it('sends a hit by GET', async () => {
    const { requests, fetch } = recorder('');
    await tp2.track(
      { url: 'http://c.example/i', fetch },
      { e: 'pv', cv: 'x', sid: '9c65e7f3-8e8e-470d-b243-910b5b300da0' },
    );
    expect(requests).toMatchObject([
      { method: 'GET', path: '/i', query: 'e=pv&cv=x&sid=9c65e7f3-8e8e-470d-b243-910b5b300da0' },
    ]);
    expect(violations(requests)).toEqual([]);
  });
});
