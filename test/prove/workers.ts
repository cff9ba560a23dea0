/** Hands faults to processes, so that a server that hangs or breaks takes nothing else with it. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Proof } from './proof.ts';
import type { Task } from './worker.ts';

// A fault is proved in some seconds; a broken server that hangs would hold up the rest for ever.
const longest = 180_000;

/**
 * Proves all faults, several at a time, each process with one at a time.
 *
 * @param onProof told of each as it comes; null when its process hung or broke
 */
export async function proveAll(
  tasks: readonly Task[],
  processes: number,
  onProof: (task: Task, proof: Proof | null) => void,
): Promise<void> {
  const waiting = [...tasks];
  const work = async () => {
    let child = start();
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      const proof = await ask(child, task);
      onProof(task, proof);
      if (proof === null) child = start();
    }
    child.kill();
  };
  await Promise.all(Array.from({ length: Math.min(processes, tasks.length) }, work));
}

function start(): ChildProcess {
  return fork(new URL('worker.ts', import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

/** A process that hangs is ended, so that `exit` is certain to come. */
async function ask(child: ChildProcess, task: Task): Promise<Proof | null> {
  const timer = setTimeout(() => child.kill('SIGKILL'), longest);
  child.send(task);
  const answered = new AbortController();
  const { signal } = answered;
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([proof]) => proof as Proof),
      once(child, 'exit', { signal }).then(() => null),
    ]);
  } finally {
    clearTimeout(timer);
    answered.abort();
  }
}
