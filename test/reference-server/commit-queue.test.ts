import { describe, expect, it } from 'vitest';
import { CommitQueue } from '../../reference-server/http/commit-queue.ts';
import type { Answer, Tracker, TrackerRequest } from '../../reference-server/model.ts';
import { openStore } from '../../reference-server/storage/open.ts';

// A row whose parent is missing lets the commit fail, and nothing before it.
const create =
  'CREATE TABLE "rows" ("name" TEXT PRIMARY KEY, ' +
  '"parent" TEXT REFERENCES "rows" ("name") DEFERRABLE INITIALLY DEFERRED)';
const tables = [{ record: 'rows', create, indexes: [] }];

/** Sends names as one group; `break` throws after it has stored, `orphan` cannot be committed. */
async function group(names: readonly string[]) {
  const store = openStore(':memory:', tables);
  const reports: string[] = [];
  const queue = new CommitQueue(store, (message) => reports.push(message));
  const tracker: Tracker = ({ query }) => {
    store.insert('rows', { name: query, parent: query === 'orphan' ? 'nobody' : null });
    if (query === 'break') throw new Error('broken');
    return { status: 200, headers: {}, body: new Uint8Array() };
  };
  const committedAtAnswer: number[] = [];
  const answers = await Promise.all(
    names.map((query) => {
      const request: TrackerRequest = {
        method: 'GET',
        path: '',
        query,
        headers: {},
        body: new Uint8Array(),
        address: '',
        now: 0,
      };
      return new Promise<Answer>((resolve) => {
        queue.submit(tracker, request, (answer) => {
          committedAtAnswer.push(store.statement('SELECT count(*) AS n FROM rows').get()?.n as number);
          resolve(answer);
        });
      });
    }),
  );
  const stored = store.statement('SELECT name FROM rows ORDER BY rowid').all();
  return {
    statuses: answers.map(({ status }) => status),
    stored: stored.map((row) => row.name),
    reports,
    committedAtAnswer,
  };
}

describe('CommitQueue', () => {
  it('answers none of a group before all of it is committed', async () => {
    const { statuses, stored, committedAtAnswer } = await group(['a', 'b', 'c']);
    expect(statuses).toEqual([200, 200, 200]);
    expect(stored).toEqual(['a', 'b', 'c']);
    expect(committedAtAnswer).toEqual([3, 3, 3]);
  });

  it('keeps the neighbours of a request that fails, once each, and nothing of the failed one', async () => {
    const { statuses, stored, reports } = await group(['a', 'break', 'c']);
    expect(statuses).toEqual([200, 500, 200]);
    expect(stored).toEqual(['a', 'c']);
    expect(reports).toEqual([expect.stringContaining('broken')]);
  });

  it('answers 503 to all when the group cannot be committed, and stores none', async () => {
    const { statuses, stored, reports } = await group(['a', 'orphan', 'c']);
    expect(statuses).toEqual([503, 503, 503]);
    expect(reports).toEqual([expect.stringContaining('3 requests')]);
    expect(stored).toEqual([]);
  });
});
