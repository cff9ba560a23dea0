/** Tries mutants: each in a process of its own, so that one that hangs or breaks takes nothing else with it. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { folderVariable, forgetfulVariable } from './loader.ts';
import type { Instrumented, Mutant } from './mutants.ts';
import type { Reach } from './reach.ts';
import { protocolsOf } from './semantics.ts';
import { type Asked, experimentsOf } from './suite-run.ts';
import type { Outcome } from './trial.ts';

/**
 * `crashed`: the server did not start, or broke down. `timeout`: the run took ten times as long as all of the sound
 * ones. `answered`: no check failed, but the report names another of the allowed answers than that of the sound server.
 * `unreached`: no case runs through it, so that none can see it.
 */
export type Fate = 'killed' | 'answered' | 'crashed' | 'timeout' | 'survived' | 'unreached';

export interface Verdict {
  mutant: Mutant;
  fate: Fate;
  /** First requirement that failed, or answer that is not that of the sound server. */
  named?: string;
}

export interface TrialOptions {
  seed: number;
  runs: number;
  processes: number;
}

/** What a process printed, or how it ended instead. */
type Ending = { printed: unknown } | 'crashed' | 'timeout';

// No run is so short that the machine's own hiccups could outlast this.
const shortestLimit = 30_000;

/** Instrumented files in a folder, as the trials load them. */
export class Trials {
  private readonly folder = mkdtempSync(join(tmpdir(), 'beaconform-stryker-'));
  private readonly options: TrialOptions;
  private readonly reachedBy = new Map<string, string[]>();
  private readonly atStart = new Set<string>();
  private readonly answers = new Set<string>();
  private limit = 600_000;

  constructor({ sources }: Instrumented, options: TrialOptions) {
    this.options = options;
    for (const [file, source] of sources) {
      const path = join(this.folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, source);
    }
  }

  /**
   * Runs the suite with no mutant switched on: it must be green, its time limits the others, and what each experiment
   * runs through tells which mutants it must be asked about.
   *
   * @throws Error when it is not green
   */
  async prepare(): Promise<void> {
    const started = performance.now();
    const ending = await this.run('reach.ts', { protocols: ['piwik', 'snowplow'] });
    const reach = typeof ending === 'string' ? undefined : (ending.printed as Reach);
    if (reach === undefined || reach.failed.length > 0) {
      const what = reach?.failed.join(', ') ?? ending;
      throw new Error(`without any mutant the suite is not green: ${what}; run npm run conformance first`);
    }
    for (const id of reach.static) this.atStart.add(id);
    for (const answer of reach.answers) this.answers.add(answer);
    await this.addAnswers();
    for (const [experiment, ids] of Object.entries(reach.experiments))
      for (const id of ids) this.reachedBy.set(id, [...(this.reachedBy.get(id) ?? []), experiment]);
    this.limit = Math.max(shortestLimit, 10 * (performance.now() - started));
  }

  /** @param onVerdict told of each as it comes */
  async tryAll(mutants: readonly Mutant[], onVerdict: (verdict: Verdict) => void): Promise<void> {
    const waiting = [...mutants];
    const work = async () => {
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift())
        onVerdict(await this.try(mutant));
    };
    await Promise.all(Array.from({ length: this.options.processes }, work));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private async try(mutant: Mutant): Promise<Verdict> {
    const protocols = protocolsOf(mutant.file);
    const all = experimentsOf({ protocols });
    const reaching = new Set(this.reachedBy.get(mutant.id) ?? []);
    const experiments = this.atStart.has(mutant.id) ? all : all.filter((id) => reaching.has(id));
    if (experiments.length === 0) return { mutant, fate: 'unreached' };
    const ending = await this.run('trial.ts', { protocols, experiments }, mutant.id);
    if (typeof ending === 'string') return { mutant, fate: ending };
    const { failed, answers } = ending.printed as Outcome;
    if (failed[0] !== undefined) return { mutant, fate: 'killed', named: failed[0] };
    const other = answers.find((answer) => !this.answers.has(answer));
    return other === undefined ? { mutant, fate: 'survived' } : { mutant, fate: 'answered', named: other };
  }

  /** Experiments that run together settle questions that each alone leaves open. */
  private async addAnswers(): Promise<void> {
    for (const protocol of ['piwik', 'snowplow'] as const) {
      const ending = await this.run('trial.ts', { protocols: [protocol] });
      if (typeof ending === 'string')
        throw new Error(`the suite ${ending} without any mutant: run npm run conformance`);
      for (const answer of (ending.printed as Outcome).answers) this.answers.add(answer);
    }
  }

  private run(program: string, asked: Omit<Asked, 'seed' | 'runs'>, active?: string): Promise<Ending> {
    const { seed, runs } = this.options;
    const argument = JSON.stringify({ ...asked, seed, runs } satisfies Asked);
    const [loader, path] = ['loader.ts', program].map((name) => resolve(import.meta.dirname, name)) as [string, string];
    const child = spawn(process.execPath, ['--import', loader, path, argument], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        ...process.env,
        [folderVariable]: this.folder,
        NODE_COMPILE_CACHE: join(this.folder, 'cache'),
        __STRYKER_ACTIVE_MUTANT__: active,
        [forgetfulVariable]: program === 'reach.ts' ? '1' : undefined,
      },
    });
    let printed = '';
    let late = false;
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk;
    });
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, this.limit);
    const { promise, resolve: end } = Promise.withResolvers<Ending>();
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) end({ printed: JSON.parse(printed) });
      else end(late ? 'timeout' : 'crashed');
    });
    return promise;
  }
}
