/** A HAR of a real session in Chromium is checked as what the recorder saw of the same session. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Check } from '../../../../conformance/client/check.ts';
import type { JudgedRequest } from '../../../../conformance/client/finding.ts';
import { start, stop } from './running.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const reason = executablePath ? '' : ' (skipped: there is no Chromium in /usr/bin)';

/** What a page sends: queries of every kind, a bulk request, and one with a mistake. */
function visit(url: string): Promise<unknown> {
  const hit = 'idsite=1&rec=1&url=http%3A%2F%2Fshop.example%2F';
  const bulk = JSON.stringify({ requests: [`?${hit}&action_name=A`, `?${hit}&action_name=B`] });
  return Promise.all([
    fetch(`${url}/i?e=pv&page=Caf%C3%A9+1&p=web`),
    fetch(`${url}/matomo.php?${hit}&send_image=0`, { method: 'POST' }),
    fetch(`${url}/matomo.php`, { method: 'POST', body: bulk }),
    fetch(`${url}/matomo.php`, { method: 'POST', body: new URLSearchParams(hit) }),
    fetch(`${url}/i?e=pv&vp=wide`),
    fetch(`${url}/style.css`),
  ]);
}

/** Verdicts apart from the order, which parallel requests do not keep. */
function verdicts(requests: readonly JudgedRequest[]): string[] {
  return requests
    .flatMap(({ hits }) => hits)
    .map(({ protocol, version, findings }) => `${protocol} ${version} ${findings.map((each) => each.message).sort()}`)
    .sort();
}

describe.skipIf(!executablePath)(`a HAR of Chromium${reason}`, () => {
  it('is judged as the requests were', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beaconform-har-'));
    const har = join(folder, 'session.har');
    const { url, judged } = await start();
    const browser = await chromium.launch({ executablePath: executablePath as string, args: ['--no-sandbox'] });
    try {
      const context = await browser.newContext({ recordHar: { path: har } });
      const page = await context.newPage();
      await page.goto(url);
      await page.evaluate(visit, url);
      await context.close();
    } finally {
      await browser.close();
    }
    await stop();
    const checked: JudgedRequest[] = [];
    for await (const batch of new Check().judge([har])) checked.push(...batch);
    rmSync(folder, { recursive: true });
    expect(verdicts(judged)).toHaveLength(6);
    expect(verdicts(checked)).toEqual(verdicts(judged));
    expect(checked.flatMap(({ hits }) => hits).filter(({ conformant }) => !conformant)).toHaveLength(1);
  });
});
