/** Answers that more than one route gives. */
import type { Answer } from '../model.ts';

/** A plain text answer, closed by a line break so that it reads well in a terminal. */
export function textAnswer(status: number, text: string, headers: Answer['headers'] = {}): Answer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, body: encode(`${text}\n`) };
}

export function jsonAnswer(status: number, document: unknown): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json' },
    body: encode(`${JSON.stringify(document)}\n`),
  };
}

/** A request that is not as it must be. */
export class BadRequest extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

function encode(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}
