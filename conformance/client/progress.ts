import { statSync } from 'node:fs';

/** Milliseconds between two states of the line. */
const interval = 200;

/** One line on a terminal that says how far a check has come; nothing where the output is no terminal. */
export class Progress {
  readonly #output: NodeJS.WriteStream;
  readonly #total: number | undefined;
  readonly #started = performance.now();
  #next = 0;

  /** @param files to be read; of standard input no end is known */
  constructor(files: readonly string[], output: NodeJS.WriteStream = process.stderr) {
    this.#output = output;
    this.#total = files.includes('-') ? undefined : files.reduce((sum, file) => sum + sizeOf(file), 0);
  }

  show(bytes: number, hits: number): void {
    const now = performance.now();
    if (!this.#output.isTTY || now < this.#next) return;
    this.#next = now + interval;
    const share = this.#total ? ` of ${megabytes(this.#total)} (${Math.floor((bytes / this.#total) * 100)} %)` : '';
    const rate = Math.round(hits / ((now - this.#started) / 1000));
    this.#output.write(`\r\u001b[K${megabytes(bytes)}${share}, ${hits} hits, ${rate} a second`);
  }

  /** Removes the line, before other lines are printed. */
  clear(): void {
    if (this.#output.isTTY && this.#next > 0) this.#output.write('\r\u001b[K');
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
