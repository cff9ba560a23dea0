import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type FaultFacts, faults } from '../../reference-server/faults/index.ts';
import { runBroken } from './broken-server.ts';
import { matrixText } from './matrix.ts';
import { type Proof, proveFault } from './proof.ts';
import { readProofs, renewed, writeProofs } from './record.ts';
import { sampleOf } from './sample.ts';
import { rare, seen } from './seen.ts';
import { leastNamed, namedShare, summarise } from './summary.ts';

const swapped = faults.find(({ id }) => id === 'snowplow.dimensions.height-first') as FaultFacts;

function proof(change: Partial<Proof>): Proof {
  const caught = { fault: 'piwik.x.y', requirement: 'piwik.x', caught: [1, 5, 2], share: 0.5 };
  return { ...caught, named: 'piwik.x', others: 2, ...change };
}

describe('a proof', () => {
  it('shows a fault caught at each seed, and its requirement named first', async () => {
    const { caught, named, share } = await proveFault(swapped, [1, 2]);
    expect(caught).toEqual([expect.any(Number), expect.any(Number)]);
    expect(named).toBe(swapped.requirement);
    expect(share).toBeGreaterThan(0);
  }, 60_000);

  it('is not had of a server without a fault', async () => {
    const { checks } = await runBroken(undefined, 'snowplow', { only: [swapped.requirement], runs: 20, seed: 1 });
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.filter(({ status }) => status !== 'passed')).toEqual([]);
  }, 60_000);
});

describe('the summary', () => {
  it('counts a fault that one seed missed among the survivors', () => {
    const missed = proof({ caught: [3, null, 1] });
    expect(summarise([proof({}), missed], new Set()).survivors).toEqual([missed]);
  });

  it('counts a fault whose run names another requirement first', () => {
    const other = proof({ named: 'piwik.z' });
    const none = proof({ named: null });
    const summary = summarise([proof({}), other, none], new Set());
    expect(summary.misnamed).toEqual([other]);
    expect(summary.unseen).toEqual([none]);
    expect(namedShare(summary)).toBe(0.5);
  });

  it('tells the faults that are not as rare as they are said to be', () => {
    expect(summarise([proof({})], new Set(['piwik.x.y'])).frequent).toHaveLength(1);
    expect(summarise([proof({ share: 0.05 })], new Set(['piwik.x.y'])).frequent).toEqual([]);
    expect(summarise([proof({})], new Set()).frequent).toEqual([]);
  });
});

describe('the document', () => {
  it('has a row for each fault, with the median and the worst of its seeds', () => {
    const proofs = [proof({}), proof({ fault: 'piwik.a.b', caught: [null, 7, 3], named: 'piwik.z' })];
    const text = matrixText({ proofs, summary: summarise(proofs, new Set()), seeds: [1, 2, 3], inside: [swapped] });
    expect(text).toContain('| piwik.x.y | piwik.x | 3 | 2 | 5 | 50 % | yes | 2 |');
    expect(text).toContain('| piwik.a.b | piwik.x | 2 | 3 | 7 | 50 % | piwik.z | 2 |');
    expect(text).toContain(`| ${swapped.id} | ${swapped.requirement} |`);
  });
});

describe('the record', () => {
  const faults = ['piwik.a.b', 'piwik.x.y'].map((id) => ({ id, requirement: 'piwik.x' }));

  it('keeps the proofs of faults that were not proved anew, and drops those of faults that are gone or moved', () => {
    const earlier = [
      proof({}),
      proof({ fault: 'piwik.gone.z' }),
      proof({ fault: 'piwik.a.b', requirement: 'piwik.w' }),
    ];
    expect(renewed(earlier, [], faults)).toEqual([proof({})]);
    const anew = [proof({ others: 9 }), proof({ fault: 'piwik.a.b' })];
    expect(renewed(earlier, anew, faults).map(({ fault, others }) => [fault, others])).toEqual([
      ['piwik.a.b', 2],
      ['piwik.x.y', 9],
    ]);
  });

  it('is read as it was written, and is empty before', () => {
    const folder = mkdtempSync(join(tmpdir(), 'beaconform-proofs-'));
    const file = pathToFileURL(join(folder, 'proofs.ndjson'));
    expect(readProofs(file)).toEqual([]);
    writeProofs(file, [proof({}), proof({ fault: 'piwik.a.b', caught: [null] })]);
    expect(readProofs(file)).toEqual([proof({}), proof({ fault: 'piwik.a.b', caught: [null] })]);
    rmSync(folder, { recursive: true });
  });
});

describe('the kill matrix', () => {
  const proofs = readProofs(new URL('proofs.ndjson', import.meta.url));

  it('has each fault that a request shows, and no other: `npm run prove -- --only ID` adds one', () => {
    const known = seen.map(({ id, requirement }) => `${id} breaks ${requirement}`);
    expect(proofs.map(({ fault, requirement }) => `${fault} breaks ${requirement}`)).toEqual(known.sort());
  });

  it('has no survivor, and names nearly all of them first', () => {
    const summary = summarise(proofs, rare);
    expect(summary.survivors).toEqual([]);
    expect(summary.frequent).toEqual([]);
    expect(namedShare(summary)).toBeGreaterThanOrEqual(leastNamed);
  });
});

describe('a sample', () => {
  it('is the same for the same seed, and has as many members as asked for', () => {
    const members = Array.from({ length: 100 }, (_, index) => index);
    expect(sampleOf(members, 20, 7)).toEqual(sampleOf(members, 20, 7));
    expect(new Set(sampleOf(members, 20, 7)).size).toBe(20);
    expect(sampleOf(members, 200, 7)).toEqual(members);
  });
});
