import { Connections, type Question } from './connections.ts';
import { type Probe, ReadError } from './reader.ts';

export interface JsonQuestion extends Question {
  /** What the question is called in messages, when its body holds what must not be shown. */
  shown?: string;
}

/** An answer that is not what the door gives; the message says what came. */
export class StrangeAnswer extends ReadError {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Questions to one server whose answers are JSON. */
export class HttpJson {
  readonly #connections: Connections;
  readonly #token: string;

  /** The token is blotted out of every message: a server may repeat what it was sent. */
  constructor(origin: string, token: string | undefined) {
    this.#token = token ?? '';
    this.#connections = new Connections(origin);
  }

  /**
   * Any answer that is JSON; `parse` may read numbers in a way of its own.
   *
   * @throws StrangeAnswer for another status than 200, or an answer that is no JSON
   * @throws ReadError without an answer
   */
  async ask(question: JsonQuestion, parse: (text: string) => unknown = JSON.parse): Promise<unknown> {
    const { status, text } = await this.#connections.ask(question);
    const what = question.shown ?? `${question.method} ${question.path}`;
    if (status !== 200) throw new StrangeAnswer(status, `${what} answered ${status}: ${this.withoutToken(text)}`);
    try {
      return parse(text);
    } catch {
      throw new StrangeAnswer(200, `${what} answered 200 with something that is no JSON: ${this.withoutToken(text)}`);
    }
  }

  /** The beginning of a text that a server sent, without the token. */
  withoutToken(text: string): string {
    const clean = this.#token === '' ? text : text.replaceAll(this.#token, '$BEACONFORM_TOKEN');
    return clean.trim().slice(0, 200);
  }

  async close(): Promise<void> {
    await this.#connections.close();
  }
}

/** What an attempt to ask tells of a door. */
export async function probeOf(ask: () => Promise<void>): Promise<Probe> {
  try {
    await ask();
    return { door: 'open' };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    if (!(error instanceof StrangeAnswer)) return { door: 'closed', reason: error.message, refused: true };
    if (error.status === 200) return { door: 'strange', reason: error.message };
    return { door: 'closed', reason: error.message, refused: false };
  }
}
