/** Runs the product as others do: by commands, files and HTTP. Nothing of the product is imported here. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const launcher = resolve(import.meta.dirname, '../../cli/bin/beaconform.js');

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
  seconds: number;
}

/** Runs `beaconform …` to its end. */
export async function beaconform(...args: string[]): Promise<Finished> {
  const started = performance.now();
  const child = spawn(process.execPath, [launcher, ...args], { env: { ...process.env, CI: 'true' } });
  const [stdout, stderr] = [gather(child.stdout), gather(child.stderr)];
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: stdout(), stderr: stderr(), seconds: (performance.now() - started) / 1000 };
}

export interface Served {
  url: string;
  child: ChildProcess;
  /** Sends SIGTERM and returns the exit code. */
  stop(): Promise<number | null>;
}

/** Starts `beaconform serve` on a free port and waits for the line that says it is ready. */
export async function serve(...args: string[]): Promise<Served> {
  const child = spawn(process.execPath, [launcher, 'serve', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^listening on (http:\S+)$/.exec(line)?.[1];
    if (!url) continue;
    return {
      url,
      child,
      stop: async () => {
        child.kill('SIGTERM');
        return (await exited)[0];
      },
    };
  }
  throw new Error(`serve ${args.join(' ')} ended before it listened`);
}

/** A folder of its own, removed by the returned function. */
export function folder(): { path(name: string): string; remove(): void } {
  const made = mkdtempSync(join(tmpdir(), 'beaconform-contract-'));
  return { path: (name) => join(made, name), remove: () => rmSync(made, { recursive: true, force: true }) };
}

function gather(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
