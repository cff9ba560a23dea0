/** Sends the requests of a case to a fresh tracker, with clock and address of the recording, and reads rows back. */

import { facts } from '../../generated/piwik/2.0/facts.ts';
import { ddl } from '../../generated/piwik/2.0/tables.ts';
import type { Answer } from '../../reference-server/model.ts';
import type { Outcome } from '../../reference-server/piwik/hit.ts';
import { parts } from '../../reference-server/piwik/parts.ts';
import { createTracker } from '../../reference-server/piwik/serving.ts';
import type { Settings } from '../../reference-server/settings/settings.ts';
import { openStore } from '../../reference-server/storage/open.ts';

export type StoredRow = Record<string, string | number | null>;
export type Tables = Record<string, StoredRow[]>;

export interface RecordedRequest {
  method: string;
  query: string;
  body: string;
  headers: Record<string, string>;
  address: string;
  /** Seconds since 1970. */
  now: number;
}

export interface Case {
  id: string;
  description: string;
  settings: Settings;
  requests: RecordedRequest[];
  /** What the recorded server stored. */
  rows: Tables;
  /** What it answered to each request: the text, where it was recorded. */
  bodies: (string | undefined)[];
  /** Columns that are no truth, as `table.column`. */
  ignored: string[];
}

export interface Replayed {
  rows: Tables;
  answers: Answer[];
  /** What became of each hit, with the reason of those that were not stored. */
  outcomes: Outcome[];
}

export const records = Object.keys(facts.records);

const store = openStore(':memory:', ddl);

/** One store serves all cases: its tables are emptied before each, and numbering begins at 1 again. */
export function replay(settings: Settings, requests: readonly RecordedRequest[], tracked = parts): Replayed {
  for (const record of records) store.statement(`DELETE FROM "${record}"`).run();
  store.rollbacks += 1;
  const outcomes: Outcome[] = [];
  const tracker = createTracker({ store, settings, parts: tracked }, (outcome) => outcomes.push(outcome));
  const answers = requests.map((request) => {
    const { now, body, ...rest } = request;
    return tracker({ ...rest, path: '/piwik.php', body: Buffer.from(body), now: now * 1000 });
  });
  const rows = Object.fromEntries(
    records.map((record) => [record, store.statement(`SELECT * FROM "${record}" ORDER BY rowid`).all() as StoredRow[]]),
  );
  return { rows, answers, outcomes };
}
