import type { Report } from '../../../generated/files/report.ts';
import { suites } from '../suites.ts';
import { Budget } from './budget.ts';
import type { Context } from './context.ts';
import { dryRun } from './dry-run.ts';
import { InternalError, RunError } from './errors.ts';
import { forecastOf } from './forecast.ts';
import { marksOf } from './marks.ts';
import { closeContext, openContext } from './open-context.ts';
import type { RunOptions } from './options.ts';
import { type Plan, type PlannedProtocol, planRun } from './plan.ts';
import { notReached, type ProtocolResult, runProtocol } from './protocol-run.ts';
import { partOf, reportOf } from './report-of.ts';
import { requireListening } from './trackers.ts';

/**
 * Tests a tracker: fires drawn requests at it, reads back what it stored and judges every requirement selected.
 *
 * @throws UsageError for options that contradict themselves or match nothing
 * @throws NoDoorError when what was stored cannot be read back
 * @throws ConnectionError when the tracker does not answer at all
 * @throws InternalError for a fault of the suite itself
 */
export async function runSuite(options: RunOptions): Promise<Report> {
  try {
    const startedAt = new Date();
    const plan = planRun(options, options.suites ?? suites);
    announce(plan, options, startedAt);
    const results = options.dryRun ? dryRun(plan, options) : await sendAll(plan, options);
    return reportOf({ options, plan, results, startedAt });
  } catch (error) {
    if (error instanceof RunError) throw error;
    throw new InternalError(`the run broke off: ${error instanceof Error ? error.message : error}`, error);
  }
}

function announce(plan: Plan, options: RunOptions, at: Date): void {
  const { protocols, rate, seed, remote } = plan;
  const { onProgress, toolVersion, trackerUrl } = options;
  onProgress?.({
    event: 'start',
    run: {
      tool: { name: 'beaconform', version: toolVersion },
      target: trackerUrl,
      protocols: protocols.map(({ suite: { facts } }) => ({ protocol: facts.protocol, version: facts.version })),
      seed,
      startedAt: at.toISOString(),
      ...partOf(options),
      checks: protocols.flatMap(({ checks }) => checks.map(({ id }) => id)),
    },
  });
  for (const protocol of protocols) {
    const { suite, checks, cases, last } = protocol;
    onProgress?.({
      event: 'plan',
      protocol: suite.facts.protocol,
      version: suite.facts.version,
      checks: checks.length,
      cases: cases.flat().length + last.length,
      rate,
      forecast: remote || options.dryRun ? forecastOf(plan, protocol, options) : undefined,
      marks: remote ? marksOf[suite.facts.protocol] : undefined,
    });
  }
}

/** All doors are opened before the first hit, so that none is missed after half a run. */
async function sendAll(plan: Plan, options: RunOptions): Promise<ProtocolResult[]> {
  await requireListening(options.trackerUrl);
  const contexts: Context[] = [];
  try {
    for (const protocol of plan.protocols) contexts.push(await openContext(plan, protocol, options));
    return await sendEach(plan, contexts, options);
  } finally {
    await Promise.all(contexts.map(closeContext));
  }
}

/** Protocols run one after another, each with an equal share of what is left of the limits. */
async function sendEach(plan: Plan, contexts: readonly Context[], options: RunOptions): Promise<ProtocolResult[]> {
  const start = performance.now();
  const results: ProtocolResult[] = [];
  for (const [index, context] of contexts.entries()) {
    const protocol = plan.protocols[index] as PlannedProtocol;
    if (options.bail && results.some(({ checks }) => checks.some(({ status }) => status === 'failed'))) {
      results.push(notReached({ ...protocol, plan, options }));
      continue;
    }
    const parts = contexts.length - index;
    const sent = results.reduce((sum, { requestsSent }) => sum + requestsSent, 0);
    const { maxRequests, maxSeconds } = options;
    context.budget = new Budget({
      maxRequests: maxRequests === undefined ? undefined : Math.floor((maxRequests - sent) / parts),
      maxSeconds: maxSeconds === undefined ? undefined : (maxSeconds - (performance.now() - start) / 1000) / parts,
    });
    results.push(await runProtocol(context, { ...protocol, plan, options, share: contexts.length }));
  }
  return results;
}
