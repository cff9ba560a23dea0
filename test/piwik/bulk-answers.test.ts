import { describe, expect, it } from 'vitest';
import { missing, storedCases, vectorCases } from './corpus.ts';
import { type Case, replay } from './replay.ts';

const files = ['piwik-2.0-stored.ndjson', 'piwik-2.0-vectors.ndjson'];
const reason = files.map(missing).find((absent) => absent !== undefined);

/** What the document says otherwise: the body is a JSON object, and its property `requests` is an array. */
const ruled = ['a-post-requests-word', 'm-null', 'm-object', 'm-string'];

/** What a client reads in the answer to a bulk request; undefined for any other answer. */
function told(body: string | undefined): { status: unknown; tracked: unknown } | undefined {
  if (!body?.startsWith('{"status"')) return undefined;
  const { status, tracked } = JSON.parse(body);
  return { status, tracked };
}

function answersOf({ id, bodies, settings, requests }: Case) {
  if (!bodies.some((body) => told(body) !== undefined)) return [];
  const { answers } = replay(settings, requests);
  return answers.map(({ body }, index) => ({
    id,
    recorded: told(bodies[index]),
    answered: told(Buffer.from(body).toString()),
  }));
}

describe('recorded bulk requests', () => {
  it.skipIf(reason !== undefined)(reason ?? 'are answered alike, but for what a ruling names', () => {
    const all = [...storedCases(), ...vectorCases()].flatMap(answersOf);
    const other = all.filter(({ recorded, answered }) => JSON.stringify(recorded) !== JSON.stringify(answered));
    expect(other.map(({ id }) => id).sort()).toEqual(ruled);
    expect(all.length).toBeGreaterThan(35);
  });
});
