import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { renderJunit } from '../../../conformance/server/reports/junit.ts';
import { hostileTexts } from './hostile-texts.ts';
import { facts, hostileReport, reportAbout } from './report.ts';

const schema = {
  fileName: 'junit.xsd',
  contents: readFileSync(fileURLToPath(new URL('junit.xsd', import.meta.url)), 'utf8'),
};

/** Problems a schema validator finds; empty when the file is valid. */
async function problemsOf(xml: string): Promise<string[]> {
  const result = await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema: [schema] });
  return result.errors.map(({ rawMessage }) => rawMessage);
}

describe('the JUnit report', () => {
  it('is valid, and the validator refuses what is not', async () => {
    const xml = renderJunit(reportAbout([{ id: 'a/b', requirements: ['b'], status: 'passed', runs: 1 }]), facts);
    expect(await problemsOf(xml)).toEqual([]);
    expect(await problemsOf(xml.replace(' tests="1"', ''))).not.toEqual([]);
    expect(await problemsOf(xml.replace('<testcase', '<test-case'))).not.toEqual([]);
  });

  for (const [name, text] of Object.entries(hostileTexts)) {
    it(`stays valid with ${name}`, async () => {
      expect(await problemsOf(renderJunit(hostileReport([text]), facts))).toEqual([]);
    });
  }

  it('counts each status where CI servers look for it', () => {
    const report = hostileReport(['a', 'b']);
    const xml = renderJunit(report, facts);
    // 2 problems beside 10 checks: 2 failed, 2 unexpected passes, 6 skipped in the words of JUnit.
    expect(xml).toContain(
      '<testsuites name="beaconform" tests="12" failures="4" errors="2" skipped="6" time="12.345">',
    );
    expect(xml.match(/<failure /g)).toHaveLength(4);
    expect(xml.match(/<skipped /g)).toHaveLength(6);
    expect(xml.match(/<error /g)).toHaveLength(2);
    expect(xml).toContain('<property name="complete" value="false"/>');
  });

  it('tells within a failure what a person needs', () => {
    const xml = renderJunit(hostileReport(['x']), facts);
    expect(xml).toContain('events where event_id = 1:\n  app_id: expected &quot;x&quot;, stored &quot;x &quot;');
    expect(xml).toContain('POST http://127.0.0.1:8080/i?aid=x');
    expect(xml).toContain('beaconform test --replay &#39;x&#39;');
  });
});
