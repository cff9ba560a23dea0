import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../../conformance/server/reports/html/report.ts';
import { faintTexts } from './faint-texts.ts';
import { hostileTexts } from './hostile-texts.ts';
import { facts, hostileReport } from './report.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const present = existsSync(executablePath);
if (!present) {
  process.stdout.write(
    `The HTML report is not tried in a browser: no Chromium at ${executablePath}; install it (apt-get install chromium) or set CHROMIUM_PATH.\n`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'beaconform-html-'));
const file = pathToFileURL(join(folder, 'report.html')).href;
const texts = Object.values(hostileTexts);
const report = hostileReport(texts);
const wide = { width: 1280, height: 900 };
const narrow = { width: 360, height: 740 };

let browser: Browser;
/** Anything a page did that it must not: errors of its script, complaints of its policy, requests. */
let trouble: string[];

async function open(options: Parameters<Browser['newPage']>[0] = { viewport: wide }, hash = ''): Promise<Page> {
  trouble = [];
  const page = await browser.newPage(options);
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(file)) trouble.push(`asked for ${request.url()}`);
  });
  page.setDefaultTimeout(10_000);
  await page.goto(`${file}${hash}`);
  return page;
}

const openAll = (page: Page) =>
  page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '');
  });
const shownRows = (page: Page) => page.locator('.requirements > tbody > tr:visible').count();

describe.skipIf(!present)('the HTML report in a browser', () => {
  beforeAll(async () => {
    writeFileSync(new URL(file), renderHtml(report, facts));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  it('opens from a file without script errors, requests or a text that runs', async () => {
    const page = await open();
    await openAll(page);
    expect(await page.title()).toBe('not conformant: http://127.0.0.1:8080/');
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('filters by status, level and protocol, and says how many are left', async () => {
    const page = await open();
    const all = await shownRows(page);
    expect(all).toBe(report.requirements.length);
    await page.locator('.pill.failed').click();
    expect(await shownRows(page)).toBe(texts.length);
    expect(await page.locator('output').textContent()).toBe(`${texts.length} of ${all}`);
    await page.locator('.pill.skipped').click();
    expect(await shownRows(page)).toBe(2 * texts.length);
    await page.locator('select[name=protocol]').selectOption('piwik');
    expect(await shownRows(page)).toBe(texts.length);
    await page.close();
  });

  it('searches ids, sentences and values, and shows all again', async () => {
    const page = await open();
    await page.locator('input[type=search]').fill('document.title= failed hostile.3');
    expect(await shownRows(page)).toBe(1);
    await page.locator('input[type=search]').fill('no such text');
    expect(await shownRows(page)).toBe(0);
    await page.locator('.reset').click();
    expect(await shownRows(page)).toBe(report.requirements.length);
    await page.close();
  });

  it('is used by keyboard: search with a slash, then to the first requirement and open it', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('hostile.0');
    expect(await page.locator('input[type=search]').inputValue()).toBe('hostile.0');
    const focused = () => page.evaluate<string>('document.activeElement.tagName');
    for (let presses = 0; presses < 20 && (await focused()) !== 'SUMMARY'; presses += 1)
      await page.keyboard.press('Tab');
    expect(await focused()).toBe('SUMMARY');
    await page.keyboard.press('Enter');
    const opened = page.locator('details[open]');
    expect(await opened.count()).toBe(1);
    expect(await opened.locator('.request').isVisible()).toBe(true);
    expect(await opened.locator('.difference').isVisible()).toBe(true);
    expect(await opened.locator('.copied').first().isVisible()).toBe(true);
    await page.close();
  });

  it('chooses a status by keyboard', async () => {
    const page = await open();
    await page.locator('input[name=status][value=failed]').focus();
    await page.keyboard.press('Space');
    expect(await shownRows(page)).toBe(texts.length);
    await page.close();
  });

  it('opens the requirement that a link or a square of the picture names', async () => {
    const [first] = report.requirements;
    const page = await open({ viewport: wide }, `#${first?.id}`);
    expect(await page.locator('details[open]').getAttribute('id')).toBe(first?.id);
    await page.locator('.pill.skipped').click();
    const square = page.locator('.squares a.failed').last();
    const named = (await square.getAttribute('href'))?.slice(1);
    await square.click();
    expect(await page.locator(`[id="${named}"]`).evaluate((details) => details.hasAttribute('open'))).toBe(true);
    expect(await page.locator(`[id="${named}"]`).isVisible()).toBe(true);
    await page.close();
  });

  it('shows coverage in four layers, and what was not reached by keyboard', async () => {
    const page = await open();
    const protocols = facts.length;
    expect(await page.locator('#coverage h4').allTextContents()).toEqual(
      Array.from({ length: protocols }, () =>
        ['Parameters', 'Value classes', 'Rule branches'].map(
          (layer) => `${layer}: ${texts.length} of ${2 * texts.length} reached`,
        ),
      ).flat(),
    );
    expect(await page.locator('.squares .mark.reached').count()).toBe(protocols * 3 * texts.length);
    const missed = page.locator('details.missed');
    expect(await missed.count()).toBe(protocols * 4);
    await missed.first().locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await missed.first().locator('li').first().isVisible()).toBe(true);
    expect(await missed.first().locator('li').count()).toBe(texts.length);
    await page.close();
  });

  for (const [name, options] of Object.entries({
    'a wide window': { viewport: wide },
    'a narrow window': { viewport: narrow },
    'the dark': { viewport: wide, colorScheme: 'dark' as const },
    'no script': { viewport: narrow, javaScriptEnabled: false },
  })) {
    it(`can be read in ${name}`, async () => {
      const page = await open(options);
      await openAll(page);
      const { content, window } = await page
        .locator('html')
        .evaluate((root) => ({ content: root.scrollWidth, window: root.clientWidth }));
      expect(content).toBeLessThanOrEqual(window);
      expect(await page.evaluate(faintTexts)).toEqual([]);
      await page.close();
    });
  }
});
