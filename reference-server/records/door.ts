/** The records door: stored rows over HTTP, for tests. */
import type { Facts } from '../../generated/model.ts';
import { jsonAnswer, textAnswer } from '../http/answers.ts';
import type { Answer, TrackerRequest } from '../model.ts';
import type { Store } from '../storage/store.ts';
import { type Access, refusal } from './access.ts';
import { makeIndexes } from './indexes.ts';
import { readQuestion } from './question.ts';
import { readRows } from './rows.ts';

export interface DoorOptions extends Access {
  /** Closed: every request is answered with 404. */
  open: boolean;
  store: Store;
  /** Facts by protocol, whose records are shown. */
  facts: Readonly<Record<string, Facts>>;
  /** Statements for the indexes that reading needs, by record. */
  indexes: Readonly<Record<string, readonly string[]>>;
}

/** Answers `GET /records/<protocol>/<record>?column=value&…`. Throws {@link BadRequest} for a bad question. */
export function answerRecords(options: DoorOptions, protocol: string, record: string, request: TrackerRequest): Answer {
  if (!options.open) return textAnswer(404, 'The records door is closed: start the server with --records.');
  const refused = refusal(options, request);
  if (refused !== undefined) return refused;
  const facts = Object.hasOwn(options.facts, protocol) ? options.facts[protocol] : undefined;
  if (facts === undefined) {
    return textAnswer(404, `No protocol ${protocol}; there are ${Object.keys(options.facts).join(', ')}.`);
  }
  const columns = Object.hasOwn(facts.records, record) ? facts.records[record] : undefined;
  if (columns === undefined) {
    return textAnswer(404, `No record ${record}; ${protocol} has ${Object.keys(facts.records).join(', ')}.`);
  }
  const question = readQuestion(request.query, columns);
  makeIndexes(options.store, options.indexes[record] ?? [], question);
  return jsonAnswer(200, readRows(options.store, record, columns, question));
}
