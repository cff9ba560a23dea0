import type { Report } from '../../../generated/files/report.ts';
import { sendCanary } from '../run/canary.ts';
import type { Context } from '../run/context.ts';
import { closeContext, openContext } from '../run/open-context.ts';
import type { RunOptions } from '../run/options.ts';
import { planRun } from '../run/plan.ts';
import { isLoopback } from '../run/trackers.ts';
import { Waiting } from '../run/waiting.ts';
import { suites as allSuites } from '../suites.ts';
import { runScript, type ScriptRun } from './attempts.ts';
import { type BundledCase, replayOf } from './bundled-case.ts';

const runsOfEach = 3;
// A failing run must end: the first ones tell the causes.
const mostTried = 10;
const longest = 20_000;

/** Runs the scripts of a bundle against the target of the run, within limits of its own and those of the run. */
export class Trial {
  readonly #options: RunOptions;
  readonly #sentBefore: number;
  readonly #contexts = new Map<string, Promise<Context>>();
  readonly #ready = new Set<Context>();
  readonly #until = performance.now() + longest;
  #tried = 0;
  #sentByScripts = 0;
  #sentBySuite = 0;

  constructor(options: RunOptions, { requestsSent }: Report) {
    this.#options = options;
    this.#sentBefore = requestsSent;
  }

  /** Requests sent by the scripts and to judge them. */
  get requestsSent(): number {
    return this.#sentByScripts + this.#sentBySuite;
  }

  /** Whether rows can be read over the records door. */
  async hasDoor(bundled: BundledCase): Promise<boolean> {
    return (await this.#context(bundled)).reader.name === 'beaconform';
  }

  /** Runs a script some times; or tells why it was not run. */
  async run(bundled: BundledCase, script: string): Promise<ScriptRun[] | string> {
    const obstacle = this.#obstacle(bundled);
    if (obstacle !== undefined) return obstacle;
    const context = await this.#context(bundled);
    await this.#measured(context);
    this.#tried += 1;
    const runs: ScriptRun[] = [];
    for (let count = 0; count < runsOfEach; count += 1) {
      runs.push(await runScript(context, bundled, script));
      this.#sentByScripts += bundled.requests.length;
    }
    return runs;
  }

  async close(): Promise<void> {
    for (const opened of this.#contexts.values()) {
      const context = await opened;
      this.#sentBySuite += context.budget.requestsSent;
      await closeContext(context);
    }
    this.#contexts.clear();
  }

  #obstacle({ drawn, fresh }: BundledCase): string | undefined {
    const { trackerUrl, maxRequests, maxSeconds } = this.#options;
    if (drawn.experiment.wrongToken) return 'a wrong token is not sent again, since trackers lock out after some';
    if (!isLoopback(trackerUrl)) return 'the target is not on this machine';
    if (!fresh) return 'its values cannot be made fresh';
    if (maxRequests !== undefined && this.#sentBefore + this.requestsSent + 100 > maxRequests)
      return '--max-requests leaves none';
    if (maxSeconds !== undefined) return '--max-seconds leaves no time for it';
    if (this.#tried >= mostTried || performance.now() > this.#until) return 'others were run';
    return undefined;
  }

  /** One for each protocol, opened when the first of its cases comes. */
  #context(bundled: BundledCase): Promise<Context> {
    const { protocol } = bundled.facts;
    const opened = this.#contexts.get(protocol) ?? this.#open(bundled);
    this.#contexts.set(protocol, opened);
    return opened;
  }

  async #open({ check, protocol }: BundledCase): Promise<Context> {
    const options = { ...this.#options, replay: replayOf(check), onProgress: undefined };
    const plan = planRun(options, options.suites ?? allSuites);
    return openContext(plan, protocol, options);
  }

  /** Learns once how soon rows can be read, so that a late one is not taken for a lost one. */
  async #measured(context: Context): Promise<void> {
    if (this.#ready.has(context)) return;
    this.#ready.add(context);
    const { delayMs } = await sendCanary(context);
    context.waiting = new Waiting(delayMs);
  }
}
