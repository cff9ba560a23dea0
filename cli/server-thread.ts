import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type ServeOptions, startServer } from '../reference-server/server.ts';
import type { Settings } from '../reference-server/settings/settings.ts';

/** A reference server in a thread of its own: its waits for the disk hold up nobody who talks to it. */
export interface ServerThread {
  url: string;
  token: string;
  settings: Settings;
  close(): Promise<void>;
}

type Ready = Pick<ServerThread, 'url' | 'token' | 'settings'>;

/** Starts the thread; throws what the server throws when it cannot start. */
export async function startServerThread(options: ServeOptions): Promise<ServerThread> {
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: options });
  const [ready] = (await once(worker, 'message')) as [Ready];
  const close = async () => {
    const exited = once(worker, 'exit');
    worker.postMessage('close');
    await exited;
  };
  return { ...ready, close };
}

/** The other side: this same file, run as the thread. */
async function serveThread(): Promise<void> {
  const { url, token, settings, close } = await startServer(workerData as ServeOptions);
  parentPort?.once('message', () => void close().then(() => parentPort?.close()));
  parentPort?.postMessage({ url, token, settings } satisfies Ready);
}

if (!isMainThread && parentPort) await serveThread();
