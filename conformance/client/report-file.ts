import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { CheckSummary } from './check.ts';
import type { JudgedRequest } from './finding.ts';

/** The report of a check, written while it runs: it may be larger than memory. */
export class ReportFile {
  readonly #file: WriteStream;
  #separator = '\n';

  private constructor(file: WriteStream) {
    this.#file = file;
  }

  /** @throws Error of `node:fs` when the file cannot be written */
  static async open(path: string): Promise<ReportFile> {
    const file = createWriteStream(path);
    await once(file, 'open');
    file.write('{"requests":[');
    return new ReportFile(file);
  }

  async write(requests: readonly JudgedRequest[]): Promise<void> {
    if (requests.length === 0) return;
    const text = this.#separator + requests.map((request) => JSON.stringify(request)).join(',\n');
    this.#separator = ',\n';
    if (!this.#file.write(text)) await once(this.#file, 'drain');
  }

  /** @param notes what could not be judged */
  async close(summary: CheckSummary, notes: readonly string[]): Promise<void> {
    const rest = notes.length > 0 ? `,"notes":${JSON.stringify(notes)}` : '';
    this.#file.end(`\n],"summary":${JSON.stringify(summary)}${rest}}\n`);
    await once(this.#file, 'close');
  }
}
