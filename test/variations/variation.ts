/** What a conforming server may do otherwise than ours: a change to what comes back, made between it and the suite. */
export interface Variation {
  id: string;
  /** What such a server does, as one sentence. */
  sentence: string;
  /** Protocols of which the documents and the ledger allow it. */
  protocols: readonly ProtocolName[];
  /** The path and query that the server is asked with instead. */
  ask?(path: string): string;
  /** The answer to give instead; the same object when there is nothing to change. */
  answer?(exchange: Exchange): Passed;
  /** What is stored shows itself so many milliseconds later. */
  lagMs?: number;
}

export type ProtocolName = 'piwik' | 'snowplow';

/** A request and the server's answer to it, whole. */
export interface Exchange {
  method: string;
  /** Path and query as they came from the suite. */
  path: string;
  /** Counts the exchanges of one proxy, from 0. */
  number: number;
  answer: Passed;
}

/** An answer as it goes back to the suite. */
export interface Passed {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
  /** Milliseconds to hold it back. */
  holdMs?: number;
  /** How its connection ends: after saying so, or without a word. Kept open unless told. */
  close?: 'told' | 'untold';
}

export function isDoor({ path }: Exchange): boolean {
  return path.startsWith('/records/');
}

/** The answer with other rows, when it is one of the records door. */
export function withRows(exchange: Exchange, change: (rows: Row[], record: string) => Row[]): Passed {
  const { answer, path } = exchange;
  if (!isDoor(exchange) || answer.status !== 200) return answer;
  const page = JSON.parse(answer.body.toString()) as { records: Row[] };
  const record = new URL(path, 'http://door').pathname.split('/').at(-1) ?? '';
  const [before, after] = [page.records, change(page.records, record)].map((rows) => JSON.stringify(rows));
  // A page of rows that nothing was changed in counts as not varied.
  if (before === after) return answer;
  return { ...answer, body: Buffer.from(JSON.stringify({ ...page, records: JSON.parse(after as string) })) };
}

export type Row = Record<string, unknown>;
