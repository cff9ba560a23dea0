import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ddl } from '../../generated/piwik/2.0/tables.ts';
import { parts } from '../../reference-server/piwik/parts.ts';
import { createTracker } from '../../reference-server/piwik/serving.ts';
import { openStore } from '../../reference-server/storage/open.ts';
import { probes } from './probes/all.ts';
import { settingsWith } from './tracked.ts';

const requests = probes.flatMap((probe) => probe.requests).filter(({ body }) => body.length < 10_000);

/** What is put into a request somewhere: single bytes, and texts that mean something to one rule or another. */
const inserted = fc.oneof(
  fc.uint8Array({ minLength: 0, maxLength: 4 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  fc.constantFrom(
    '%00',
    '%FF',
    '%ED%A0%80',
    '%F0%9F%98%80',
    '"requests"',
    '[]',
    '{',
    '&idgoal=0&ec_items=[[',
    '&idgoal=0&ec_id=1&ec_items=[["a",{},[[]],{"digits":1},-1]]',
    '&_cvar={"1":[{"digits":1},[]]}',
    '&cvar=[[],["a","b"]]',
    '&cdt=99999999999999',
    '&cdt=1000-01-01',
    '&revenue=1e60&idgoal=7',
    '&h=-99999999&m=-1',
    '&_idts=-1&_refts=99999999999&_ref=http://a/',
    '&url=http://[::1]:99999/;a;b?c;d#e=f',
    '&urlref=://x',
    '&lat=-1e9&country=😀😀😀',
  ),
);

const mutation = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(6), inserted });

function mutated(text: string, changes: readonly { at: number; cut: number; inserted: string }[]): string {
  return changes.reduce((whole, change) => {
    const at = Math.floor(change.at * whole.length);
    return whole.slice(0, at) + change.inserted + whole.slice(at + change.cut);
  }, text);
}

describe('the tracker', () => {
  it('answers mutations of every request with the status 200', () => {
    const store = openStore(':memory:', ddl);
    const tracker = createTracker({ store, settings: settingsWith(), parts });
    const cases = fc.tuple(
      fc.constantFrom(...requests),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(cases, ([{ query, body, now, ...rest }, changes, inBody]) => {
        const request = {
          ...rest,
          path: '/piwik.php',
          query: inBody && body !== '' ? query : mutated(query, changes),
          body: Buffer.from(inBody ? mutated(body, changes) : body, 'latin1'),
          now: now * 1000,
        };
        expect(store.savepoint(() => tracker(request)).status).toBe(200);
      }),
      { numRuns: 3000 },
    );
    store.close();
  });
});
