/** The live page as a person uses it, in headless Chromium. */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningRecorder, startRecorder } from '../../../../conformance/client/record/server.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const reason = executablePath ? '' : ' (skipped: there is no Chromium in /usr/bin)';

describe.skipIf(!executablePath)(`the live page${reason}`, () => {
  let browser: Browser;
  let server: RunningRecorder;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath as string, args: ['--no-sandbox'] });
  });
  afterAll(async () => await browser?.close());

  beforeEach(async () => {
    faults.length = 0;
    server = await startRecorder({ port: 0, host: '127.0.0.1', onRequest: () => {}, onJudged: () => {} });
    page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(server.url);
    await page.getByText('listening').waitFor();
  });
  afterEach(async () => {
    await page.close();
    await server.close();
    expect(faults).toEqual([]);
  });

  const send = (path: string) => fetch(server.url + path);
  const rows = () => page.locator('#rows tr:visible');
  const verdicts = async () => await page.locator('#rows tr:visible td:last-child').allTextContents();

  async function sendThree(): Promise<void> {
    await send('/i?e=pv&page=Tarot%20cards');
    await send('/i?e=pv&vp=wide&p=web');
    await send('/i?e=pv&dtm=1361553733');
    await page.locator('#rows tr').nth(2).waitFor();
  }

  it('shows requests as they arrive, each with its verdict', async () => {
    await page.getByText('Nothing came yet').waitFor();
    await sendThree();
    expect(await verdicts()).toEqual(['conformant', '1 violation', '1 warning']);
    expect(await page.locator('#counts').textContent()).toMatch(
      /^3 requests, 3 shown: 1 with violations, 1 with warnings/,
    );
    await send('/robots.txt');
    await page.getByText('no hit', { exact: true }).last().waitFor();
  });

  it('filters by verdict and by words', async () => {
    await sendThree();
    await page.getByLabel('Verdict').selectOption('violation');
    expect(await verdicts()).toEqual(['1 violation']);
    await page.getByLabel('Verdict').selectOption('warning');
    expect(await verdicts()).toEqual(['1 violation', '1 warning']);
    await page.getByLabel('Verdict').selectOption('all');
    await page.getByLabel('Contains').fill('page=tarot');
    expect(await verdicts()).toEqual(['conformant']);
    await page.getByLabel('Contains').fill('snowplow.time.milliseconds');
    expect(await verdicts()).toEqual(['1 warning']);
    await send('/i?e=pp');
    await page.locator('#rows tr').nth(3).waitFor({ state: 'attached' });
    expect(await rows().count()).toBe(1);
  });

  it('shows what was sent and what was found', async () => {
    await sendThree();
    await rows().nth(1).click();
    const details = page.locator('#details');
    await details.getByText('snowplow.vp.form').waitFor();
    expect(await details.textContent()).toMatch(/Expected: Width and height in pixels/);
    expect(await details.getByRole('row', { name: 'vp wide' }).count()).toBe(1);
    await rows().nth(0).focus();
    await page.keyboard.press('Enter');
    await details.getByRole('row', { name: 'page Tarot cards' }).waitFor();
  });

  it('adds what only later requests could tell', async () => {
    await send('/i?e=ti&ti_id=lone');
    await page.locator('#rows tr', { hasText: '1 warning' }).waitFor({ timeout: 10_000 });
  });

  it('obeys nothing of what was sent', async () => {
    const evil = encodeURIComponent('<img src=x onerror="document.title=1"><script>document.title=2</script>');
    await send(`/i?e=pv&page=${evil}&${evil}=${evil}`);
    await rows().first().click();
    await page.locator('#details').getByText('<img src=x').first().waitFor();
    expect(await page.locator('#details img, #details script, #rows img, #rows script').count()).toBe(0);
    expect(await page.title()).toBe('beaconform record');
  });

  it('shows who comes later what came before, and clears', async () => {
    await sendThree();
    await page.reload();
    await page.locator('#rows tr').nth(2).waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await rows().count()).toBe(0);
    await page.getByText('Nothing came yet').waitFor();
  });

  it('takes requests of a page of another origin', async () => {
    const other = await startRecorder({ port: 0, host: '127.0.0.1', onRequest: () => {}, onJudged: () => {} });
    const elsewhere = await browser.newPage();
    await elsewhere.goto(`${other.url.replace('127.0.0.1', 'localhost')}/i?e=pv`);
    const status = await elsewhere.evaluate(async (url) => {
      const init = {
        method: 'POST',
        credentials: 'include',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      } as const;
      return (await fetch(`${url}/com.snowplowanalytics.snowplow/tp2`, init)).status;
    }, server.url);
    expect(status).toBe(200);
    await page.locator('#rows tr', { hasText: 'POST' }).waitFor();
    await elsewhere.close();
    await other.close();
  });
});
