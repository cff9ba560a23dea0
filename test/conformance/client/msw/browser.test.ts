/// <reference lib="dom" />
/** The handlers of `beaconform/msw` in headless Chromium: what a page sends by fetch, XMLHttpRequest, image and beacon. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const reason = executablePath ? '' : ' (skipped: there is no Chromium in /usr/bin)';

const entry = `
  import { setupWorker } from 'msw/browser';
  import { recordTracking } from './conformance/client/msw.ts';
  const tracking = recordTracking();
  await setupWorker(...tracking.handlers).start({ quiet: true, onUnhandledFrame: 'bypass' });
  globalThis.tracking = tracking;
  document.title = 'ready';
`;

/** One file for a browser: nothing in it may need Node. */
async function bundled(): Promise<string> {
  const stdin = { contents: entry, resolveDir: process.cwd(), loader: 'ts' as const };
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

interface InPage {
  tracking: { hits: { parameters: Record<string, string>; conformant: boolean; request: { method: string } }[] };
}

describe.skipIf(!executablePath)(`handlers for msw, in a browser${reason}`, () => {
  let browser: Browser;
  let server: Server;
  let page: Page;

  beforeAll(async () => {
    const files: Record<string, [string, string]> = {
      '/': ['text/html', '<!doctype html><script type="module" src="/page.js"></script>'],
      '/page.js': ['text/javascript', await bundled()],
      '/mockServiceWorker.js': ['text/javascript', readFileSync('node_modules/msw/lib/mockServiceWorker.js', 'utf8')],
    };
    server = createServer(({ url = '' }, response) => {
      const [type, text] = files[url] ?? ['text/plain', ''];
      response.writeHead(files[url] ? 200 : 404, { 'content-type': type }).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({ executablePath: executablePath as string, args: ['--no-sandbox'] });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => document.title === 'ready');
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('record and judge what a page sends, however it sends it', async () => {
    await page.evaluate(async () => {
      const url = (by: string) => `https://c.example/i?e=pv&page=${by}`;
      await fetch(url('fetch'), { mode: 'no-cors' });
      await new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open('GET', url('xhr'));
        request.onloadend = resolve;
        request.send();
      });
      await new Promise((resolve) => {
        const image = new Image();
        image.onload = image.onerror = resolve;
        image.src = url('image');
      });
      navigator.sendBeacon(
        'https://c.example/piwik.php?idsite=1&rec=1&url=http%3A%2F%2Fa.example%2F&action_name=beacon',
      );
      await fetch('https://c.example/i?e=pv&page=bad%FF', { mode: 'no-cors' });
    });
    await page.waitForFunction(() => (globalThis as unknown as InPage).tracking.hits.length === 5);
    const hits = await page.evaluate(() =>
      (globalThis as unknown as InPage).tracking.hits.map(({ parameters, conformant, request }) => [
        parameters.page ?? parameters.action_name,
        request.method,
        conformant,
      ]),
    );
    expect(hits.toSorted()).toEqual(
      [
        ['fetch', 'GET', true],
        ['xhr', 'GET', true],
        ['image', 'GET', true],
        ['beacon', 'POST', true],
        ['bad\uFFFD', 'GET', false],
      ].toSorted(),
    );
  });
});
