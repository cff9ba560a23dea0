import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What a measured server tells of itself. CPU is user and system time in seconds, memory the resident set in bytes. */
export interface Usage {
  cpuSeconds: number;
  residentBytes: number;
}

export interface MeasuredServer {
  url: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/**
 * Starts a server in a process of its own, so that its CPU and memory are not those of the load.
 *
 * @param script path of a module that serves and speaks the messages of `serve-measured.ts`
 */
export async function startMeasured(script: URL, ...args: string[]): Promise<MeasuredServer> {
  const child = fork(script, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [url] = (await once(child, 'message')) as [string];
  return {
    url,
    usage: () => ask(child),
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function ask(child: ChildProcess): Promise<Usage> {
  const answered = once(child, 'message');
  child.send('usage');
  const [usage] = (await answered) as [Usage];
  return usage;
}
