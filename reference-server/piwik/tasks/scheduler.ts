/** Rule scheduled-tasks: tracking requests run tasks on the side, at most once in an interval and in one process. */
import { randomUUID } from 'node:crypto';
import type { TrackerRequest } from '../../model.ts';
import { dropOption, readOption, writeOption } from '../../settings/option-table.ts';
import type { Settings } from '../../settings/settings.ts';
import type { PluginHost, ScheduledTask } from '../extension/plugin.ts';
import type { TaskParts } from './conditions.ts';

/** A request that has been handled. */
export interface Handled {
  request: TrackerRequest;
  /** True when one of its hits had a sufficient token. */
  authenticated: boolean;
  settings: Settings;
}

/** By the names that Piwik 2.0.3 has for them in its option table. */
const names = { lastRun: 'lastTrackerCronRun', timetable: 'TaskScheduler.timetable', lock: 'TaskScheduler.lock' };

/** A lock of a process that was killed is no longer heeded after this many milliseconds. */
const longestRun = 3_600_000;

interface Lock {
  holder: string;
  until: number;
}

export class Scheduler {
  private readonly host: PluginHost;
  private readonly tasks: readonly ScheduledTask[];
  private readonly parts: TaskParts;
  private readonly id = randomUUID();
  /** Seconds; what the database is known to say, so that requests need not ask it. */
  private lastRun: number | undefined;
  private running: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(host: PluginHost, tasks: readonly ScheduledTask[], parts: TaskParts) {
    this.host = host;
    this.tasks = tasks;
    this.parts = parts;
  }

  /** Sees to the tasks, when the request is one that does, after its answer is on its way. */
  requestHandled(handled: Handled): void {
    const { scheduled_tasks_min_interval: interval } = handled.settings.piwik;
    const now = Math.floor(handled.request.now / 1000);
    if (this.tasks.length === 0 || interval <= 0 || !this.parts.mayRunTasks(handled)) return;
    if (!this.parts.intervalPassed(this.lastRun, now, interval)) return;
    this.parts.afterwards(() => {
      if (!this.closed && this.claim(now, interval)) this.running = this.runDue(now);
    });
  }

  /** Takes up no more runs, and waits for the one under way. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  /** Resolves when the run under way, if there is one, has ended. */
  settled(): Promise<void> {
    return this.running;
  }

  /** True when this process is the one to run the tasks now. */
  private claim(now: number, interval: number): boolean {
    const { store } = this.host;
    return this.parts.alone(store, () => {
      const last = readOption(store, names.lastRun) as number | undefined;
      const lock = readOption(store, names.lock) as Lock | undefined;
      this.lastRun = last;
      const held = lock !== undefined && lock.until > Date.now();
      if (held || !this.parts.intervalPassed(last, now, interval)) return false;
      writeOption(store, names.lastRun, now);
      writeOption(store, names.lock, { holder: this.id, until: Date.now() + longestRun } satisfies Lock);
      this.lastRun = now;
      return true;
    });
  }

  private async runDue(now: number): Promise<void> {
    const { store } = this.host;
    try {
      for (const task of this.tasks) {
        const timetable = (readOption(store, names.timetable) ?? {}) as Record<string, number>;
        if (!this.parts.isDue(timetable[task.name], now)) continue;
        await this.parts.runTask(task, this.host);
        writeOption(store, names.timetable, { ...timetable, [task.name]: now + task.every });
      }
    } catch (error) {
      this.host.report(`the scheduled tasks were given up: ${(error as Error).message}`);
    } finally {
      dropOption(store, names.lock);
    }
  }
}
