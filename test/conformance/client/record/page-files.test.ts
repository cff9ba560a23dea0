import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { piwik, plainest } from '../requests.ts';
import { start } from './running.ts';

describe('the live page', () => {
  it('is for names of this machine', async () => {
    const { port } = await start();
    const status = (host: string, path: string) =>
      new Promise((resolve) => {
        httpRequest({ port, host: '127.0.0.1', path, headers: { host } }, (answer) => {
          answer.destroy();
          resolve(answer.statusCode);
        }).end();
      });
    expect(await status('localhost:1', '/')).toBe(200);
    expect(await status('[::1]', '/live/events')).toBe(200);
    expect(await status('shop.example', '/')).toBe(403);
    expect(await status('shop.example', '/live/events')).toBe(403);
    expect(await status('shop.example', '/i?e=pv')).toBe(200);
  });

  it('gives its files and no others', async () => {
    const { url } = await start();
    for (const path of ['/', '/live/style.css', '/live/main.js', '/live/filter.js', '/favicon.ico']) {
      expect((await fetch(url + path)).status, path).toBe(200);
    }
    for (const path of ['/live/assets.js', '/live/..%2fpage.js', '/live/nothing.js']) {
      expect((await fetch(url + path)).status, path).toBe(404);
    }
    expect((await fetch(url)).headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is told no token', async () => {
    const { url } = await start();
    const secret = 'c0ffee00c0ffee00c0ffee00c0ffee00';
    await fetch(`${url}/piwik.php?${plainest(piwik)}&token_auth=${secret}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    await fetch(`${url}/piwik.php`, {
      method: 'POST',
      body: JSON.stringify({ requests: [`?rec=1&token_auth=${secret}`], token_auth: secret }),
    });
    const events = await fetch(`${url}/live/events`);
    let text = '';
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    while (text.split('"id":').length < 3) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(text).toContain('token_auth');
    expect(text).not.toContain(secret);
  });
});
