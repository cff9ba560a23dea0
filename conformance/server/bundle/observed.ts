import type { ShownRecord } from '../../../generated/files/report.ts';
import type { Answer, ExpectedAnswer, StoredValue } from '../model.ts';
import type { Reply } from '../run/send.ts';
import { type SlotValues, type Template, templateOf } from './template.ts';

/** What the target did with a case in a way that was judged wrong. */
export interface Observed {
  stored: readonly ShownRecord[];
  /** Answers to the requests; empty when the case was not sent again. */
  replies: readonly Reply[];
  /** Values of the run in which it was seen. */
  values: SlotValues;
}

/** What was stored in a column; undefined when it was not seen. */
export function storedIn(
  { stored }: Observed,
  record: string,
  column: string,
): StoredValue | StoredValue[] | undefined {
  return stored.find((row) => row.record === record && column in row.columns)?.columns[column];
}

export function templateOfObserved({ values }: Observed, text: string): Template {
  return templateOf(text, values);
}

/** A part of an answer: its status, a header, or its body as Latin-1 text. */
export interface Facet {
  part: 'status' | 'body' | { header: string };
  value: string | number | undefined;
}

/**
 * The parts of an answer that made it wrong: those its judge looked at. A target that answers otherwise in one of them
 * may be right; one that answers the same in all cannot be.
 */
export function facetsOf(expected: ExpectedAnswer, { status, headers, body }: Answer): Facet[] {
  const seen = new Map<string, Facet>();
  const see = (name: string, facet: Facet) => seen.set(name, facet);
  expected.judge({
    get status() {
      see('status', { part: 'status', value: status });
      return status;
    },
    get body() {
      see('body', { part: 'body', value: Buffer.from(body).toString('latin1') });
      return body;
    },
    headers: new Proxy(headers, {
      get: (all, name: string) => {
        see(`header ${name}`, { part: { header: name }, value: all[name] });
        return all[name];
      },
    }),
  });
  return [...seen.values()];
}
