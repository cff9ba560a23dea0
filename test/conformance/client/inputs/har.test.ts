import { describe, expect, it } from 'vitest';
import { readHar } from '../../../../conformance/client/inputs/har.ts';
import { RecordingError } from '../../../../conformance/client/recorded.ts';
import { all, chunks, sizes } from './chunks.ts';

describe('a HAR', () => {
  const entry = (request: object) => ({
    startedDateTime: '2014-01-20T10:00:00.000Z',
    request,
    response: { content: { text: '{"log":[' } },
  });
  const har = (...entries: object[]) => JSON.stringify({ log: { version: '1.2', entries } });
  const page = { method: 'GET', url: 'http://c.example/i?e=pv#top', headers: [{ name: 'User-Agent', value: 'x' }] };

  it.each(sizes)('is read in chunks of %i bytes', async (size) => {
    const posted = {
      method: 'POST',
      url: 'https://c.example//matomo.php',
      headers: [{ name: ':authority', value: 'c.example' }],
      postData: { mimeType: 'application/json', text: '{"requests":["?a=ü"]}' },
    };
    const [got, sent] = await all(readHar(chunks(`${har(entry(page), entry(posted))}\n`, size)));
    expect(got).toMatchObject({
      method: 'GET',
      path: '/i',
      query: 'e=pv',
      headers: { 'user-agent': 'x', host: 'c.example' },
      time: Date.UTC(2014, 0, 20, 10),
    });
    expect(sent).toMatchObject({ method: 'POST', path: '//matomo.php', query: '', headers: { host: 'c.example' } });
    expect(new TextDecoder().decode(sent?.body)).toBe('{"requests":["?a=ü"]}');
  });

  it('may hold a form as its fields, or a body as Base64', async () => {
    const form = { ...page, postData: { params: [{ name: 'a b', value: 'ü' }, { name: 'c' }] } };
    const encoded = { ...page, postData: { text: 'YT3/', encoding: 'base64' } };
    const bodies = (await all(readHar(chunks(har(entry(form), entry(encoded)), 1000)))).map(({ body }) =>
      Buffer.from(body),
    );
    expect(bodies.map((body) => body.toString('latin1'))).toEqual(['a+b=%C3%BC&c=', 'a=ÿ']);
  });

  it('says of a body it leaves out that it is not known', async () => {
    const beacon = { ...page, method: 'POST', headers: [{ name: 'Content-Length', value: '17' }] };
    const empty = { ...page, method: 'POST', bodySize: 0 };
    const requests = await all(readHar(chunks(har(entry(beacon), entry(empty)), 1000)));
    expect(requests.map(({ bodyUnknown }) => bodyUnknown ?? false)).toEqual([true, false]);
  });

  it.each([
    ['breaks off', har(entry(page), entry(page)).slice(0, -30), 'breaks off after 1 entries'],
    ['is no JSON', `{"log":{"entries":[${JSON.stringify(entry(page))},oops]}}`, 'is no JSON after entry 1'],
    ['has an entry without a request', har(entry(page), {}), 'entry 2 of the HAR has no "request"'],
    ['has a request without an address', har(entry({})), 'entry 1 of the HAR has no "request" with a "url"'],
  ])('that %s is refused', async (_, text, message) => {
    const reading = all(readHar(chunks(text, 10)));
    await expect(reading).rejects.toThrow(RecordingError);
    await expect(all(readHar(chunks(text, 10)))).rejects.toThrow(message);
  });
});
