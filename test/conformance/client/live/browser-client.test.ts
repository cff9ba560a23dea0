/// <reference lib="dom" />
/** The browser tracker of Snowplow from npm, in headless Chromium, against a recorder. */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeRequest } from '../../../../conformance/client/judge.ts';
import { start, stop } from '../record/running.ts';
import { faultsOf, versionsOf } from './found.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const reason = executablePath ? '' : ' (skipped: there is no Chromium in /usr/bin)';

/** The page's script: address of the collector and method stand in its own address. */
const entry = `
  import { enableActivityTracking, flushBuffer, newTracker, setUserId, trackPageView, trackSelfDescribingEvent, trackStructEvent } from '@snowplow/browser-tracker';
  const { collector, method } = Object.fromEntries(new URLSearchParams(location.search));
  newTracker('sp', collector, { appId: 'shop', eventMethod: method, bufferSize: 1, contexts: { webPage: true, session: true } });
  setUserId('alex');
  enableActivityTracking({ minimumVisitLength: 1, heartbeatDelay: 1 });
  trackPageView({ title: 'Größe 日本 & 100 %' });
  trackStructEvent({ category: 'ecomm', action: 'add', label: 'a=b&c', property: '', value: 0.1 });
  trackSelfDescribingEvent({ event: { schema: 'iglu:com.acme/thing/jsonschema/1-0-0', data: { text: 'ü', list: [1, null] } } });
  flushBuffer();
`;

async function bundled(): Promise<string> {
  const stdin = { contents: entry, resolveDir: process.cwd() };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, platform: 'browser', logLevel: 'silent' });
  return outputFiles[0]?.text ?? '';
}

describe.skipIf(!executablePath)(`@snowplow/browser-tracker${reason}`, () => {
  let browser: Browser;
  let pages: Server;

  beforeAll(async () => {
    const script = await bundled();
    pages = createServer(({ url = '' }, response) => {
      const isScript = url === '/page.js';
      response.writeHead(200, {
        'content-type': isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
      });
      response.end(isScript ? script : '<!doctype html><title>Shop</title><script src="/page.js"></script>');
    });
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({ executablePath: executablePath as string, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => pages.close(resolve));
  });

  it.each(['get', 'post', 'beacon'])('breaks nothing by %s', async (method) => {
    const { url, judged, requests } = await start();
    const arrived = () => requests.flatMap((request) => judgeRequest(request, 0, {}).hits).length;
    const page = await browser.newPage();
    const { port } = pages.address() as AddressInfo;
    const visit = `http://127.0.0.1:${port}/?collector=${encodeURIComponent(url)}&method=${method}`;
    // Two visits of one browser: what it keeps of its visitor must stay.
    await page.goto(visit);
    await expect.poll(arrived, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    await page.goto(`${visit}&again=1`);
    await page.mouse.move(10, 10);
    await expect.poll(arrived, { timeout: 10_000 }).toBeGreaterThanOrEqual(6);
    await page.close();
    await stop();
    expect(judged.flatMap(({ hits }) => hits).length).toBeGreaterThanOrEqual(6);
    expect(versionsOf(judged)).toEqual(['snowplow tp2']);
    expect(faultsOf(judged)).toEqual([]);
  });
});
