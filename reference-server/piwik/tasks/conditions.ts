/** Whether a request runs scheduled tasks, when, and what a failing one does. */
import type { Store } from '../../storage/store.ts';
import type { PluginHost, ScheduledTask } from '../extension/plugin.ts';
import type { Handled } from './scheduler.ts';

export interface TaskParts {
  mayRunTasks: typeof mayRunTasks;
  intervalPassed: typeof intervalPassed;
  afterwards: typeof afterwards;
  alone: typeof alone;
  isDue: typeof isDue;
  runTask: typeof runTask;
}

/** A request that came over no connection has no peer: it is one from the command line. */
export function mayRunTasks({ request, authenticated, settings }: Handled): boolean {
  return !authenticated && request.address !== '' && settings.piwik.record_statistics;
}

/** Times in seconds; true when there was no run before. */
export function intervalPassed(last: number | undefined, now: number, interval: number): boolean {
  return last === undefined || last + interval < now;
}

/** The answers of the request and of its neighbours leave first. */
export function afterwards(work: () => void): void {
  setImmediate(work);
}

/** Does the work while no other process writes: of several that ask at once, one is first. */
export function alone<Result>(store: Store, work: () => Result): Result {
  return store.transaction(work);
}

/** A task that never ran is due. */
export function isDue(next: number | undefined, now: number): boolean {
  return next === undefined || now >= next;
}

/** A task that fails is reported, and waits for its next time like any other. */
export async function runTask(task: ScheduledTask, host: PluginHost): Promise<void> {
  try {
    await task.run(host);
  } catch (error) {
    host.report(`the scheduled task ${task.name} failed: ${(error as Error).message}`);
  }
}
