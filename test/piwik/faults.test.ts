import { describe, expect, it } from 'vitest';
import { facts } from '../../generated/piwik/2.0/facts.ts';
import { piwikFaults } from '../../reference-server/faults/piwik/index.ts';
import { parts } from '../../reference-server/piwik/parts.ts';
import { probes } from './probes/all.ts';
import { insideProbes } from './probes/inside.ts';
import type { Probe } from './probes/probe.ts';
import { track } from './tracked.ts';

/** Everything that can be seen of a tracker from outside. */
function seen({ requests, options }: Probe, tracked: typeof parts): string {
  const { rows, answers } = track(requests, options, tracked);
  const bodies = answers.map(({ status, headers, body }) => [status, headers, Buffer.from(body).toString('base64')]);
  return JSON.stringify([rows, bodies]).replace(madeUp, '"idvisitor":"made up"');
}

/** Ids that the tracker makes up differ each time; those of the probes have at most two different digits. */
const madeUp = /"idvisitor":"(?!(?:([0-9a-f])\1+|0123456789abcdef|0+ab|0*\d{1,4}|af344a398df83874)")[0-9a-f]{16}"/g;

const sound = probes.map((probe) => seen(probe, parts));
const soundInside = await seenInside(parts);

async function seenInside(tracked: typeof parts): Promise<string> {
  return JSON.stringify(await Promise.all(insideProbes.map((probe) => probe(tracked))));
}

/** Whether a fault that strikes now and then does so in as many tries as it needs at most, where its like always does. */
function strikes(like: (typeof piwikFaults)[number], broken: typeof parts): boolean {
  const always = like.apply(parts);
  const place = probes.findIndex((probe, index) => seen(probe, always) !== sound[index]);
  const probe = probes[place];
  if (probe === undefined) return false;
  return Array.from({ length: 100 }).some(() => seen(probe, broken) !== sound[place]);
}

describe('the faults', () => {
  it('have ids of their own, after what they break', () => {
    const ids = piwikFaults.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^piwik\.[a-z_][a-zA-Z0-9_-]*\.[a-z0-9-]+$/);
  });

  it.each(piwikFaults)('$id breaks a requirement of the spec', ({ requirement, description }) => {
    expect(facts.requirements).toHaveProperty([requirement]);
    expect(description).toMatch(/^[A-Z_a-z].{12,}\.$/);
  });

  it('are probed by hits that leave the same each time', async () => {
    expect(probes.map((probe) => seen(probe, parts))).toEqual(sound);
    await expect(seenInside(parts)).resolves.toBe(soundInside);
  });

  it.each(piwikFaults)('$id changes what is stored or answered', async ({ id, apply }) => {
    const broken = apply(parts);
    const like = piwikFaults.find((other) => id === `${other.id}-seldom`);
    if (like !== undefined) return expect(strikes(like, broken)).toBe(true);
    if (probes.some((probe, index) => seen(probe, broken) !== sound[index])) return;
    // A fault may remember what it saw, so that it is applied anew.
    await expect(seenInside(apply(parts))).resolves.not.toBe(soundInside);
  });
});
