import { describe, expect, it, onTestFinished } from 'vitest';
import type { ServeOptions } from '../../reference-server/server.ts';
import { running } from '../reference-server/running.ts';

const hit = '/piwik.php?idsite=1&rec=1&url=http://example.org/&action_name=Seen&_id=0123456789abcdef';
const stranger = { 'X-Beaconform-Address': '203.0.113.10' };

async function serving(debug: boolean, options: Partial<ServeOptions> = {}) {
  const here = await running({ config: { piwik: { debug }, tokens: [viewer] }, ...options });
  onTestFinished(() => here.close());
  const answer = async (target: string, headers: Record<string, string> = {}) => {
    const response = await here.get(target, headers);
    return { type: response.headers.get('content-type'), text: await response.text() };
  };
  return { ...here, answer };
}

const viewer = { token: 'token-of-a-viewer', role: 'view' as const, sites: [1] };
const image = { type: 'image/gif', text: expect.stringMatching(/^GIF89a/) };

describe('debugging', () => {
  it('is off unless the option says otherwise, whatever a request says', async () => {
    const { answer, server } = await serving(false);
    for (const more of ['', '&debug=1', '&PIWIK_TRACKER_DEBUG=1', `&debug=1&token_auth=${server.token}`])
      await expect(answer(hit + more)).resolves.toEqual(image);
  });

  it('answers with the log, on this machine, and stores the hit all the same', async () => {
    const { answer, records } = await serving(true);
    const { type, text } = await answer(hit);
    expect(type).toBe('text/html; charset=utf-8');
    expect(text).toContain('action_name: Seen');
    expect(text).toContain('Stored in the new visit 1 of visitor 0123456789abcdef.');
    await expect(records('piwik/log_link_visit_action')).resolves.toHaveLength(1);
  });

  it('answers strangers with the image, and those with a sufficient token with the log', async () => {
    const { answer, server, records } = await serving(true);
    await expect(answer(hit, stranger)).resolves.toEqual(image);
    await expect(answer(`${hit}&token_auth=${viewer.token}`, stranger)).resolves.toEqual(image);
    await expect(answer(`${hit}&token_auth=wrong`, stranger)).resolves.toEqual(image);
    const { text } = await answer(`${hit}&token_auth=${server.token}`, stranger);
    expect(text).toContain('Stored in the visit 1');
    await expect(records('piwik/log_link_visit_action')).resolves.toHaveLength(4);
  });

  it('answers strangers with the image also where nobody needs a token', async () => {
    const config = { piwik: { debug: true, tracking_requests_require_authentication: false } };
    const { answer } = await serving(true, { config });
    await expect(answer(hit, stranger)).resolves.toEqual(image);
    await expect(answer(hit)).resolves.toMatchObject({ type: 'text/html; charset=utf-8' });
  });

  it('never shows a token, wherever it stands', async () => {
    const { answer, server } = await serving(true);
    const urlref = encodeURIComponent(`http://other.example/?token_auth=${server.token}&a=${viewer.token}`);
    const { text } = await answer(`${hit}&token_auth=${server.token}&urlref=${urlref}`);
    expect(text).toContain('urlref: http://other.example/');
    expect(text).not.toContain(server.token);
    expect(text).not.toContain(viewer.token);
  });

  it('is switched on and off while the server runs', async () => {
    const { answer, server } = await serving(false);
    const put = (value: boolean) =>
      fetch(`${server.url}/settings/piwik/options/debug`, {
        method: 'PUT',
        headers: { Authorization: `Bearer ${server.token}` },
        body: JSON.stringify(value),
      });
    await put(true);
    await expect(answer(hit)).resolves.toMatchObject({ type: 'text/html; charset=utf-8' });
    await put(false);
    await expect(answer(hit)).resolves.toEqual(image);
  });
});
