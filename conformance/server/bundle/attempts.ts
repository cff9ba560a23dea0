import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../run/context.ts';
import type { Reply } from '../run/send.ts';
import { settleRepeat } from '../run/settle.ts';
import type { BundledCase } from './bundled-case.ts';
import type { Observed } from './observed.ts';
import { environmentOf } from './shell/slots.ts';

/** One run of a script, judged as the suite judges its own sending. */
export interface ScriptRun {
  reproduced: boolean;
  /** What was wrong this time, or that nothing was. */
  reason: string;
  /** What was seen when it was wrong. */
  observed: Observed | undefined;
}

/** Runs the shell script of a case with values of its own, reads back what it stored, and judges that. */
export async function runScript(context: Context, bundled: BundledCase, script: string): Promise<ScriptRun> {
  const { scenario, values } = bundled.again(context.identities.next());
  const answers = await mkdtemp(join(tmpdir(), 'beaconform-answers-'));
  const environment = Object.fromEntries([...values].map(([slot, value]) => [environmentOf(slot), value]));
  try {
    // What was stored is read back and awaited here, by the reader of the run.
    const own = { BEACONFORM_ANSWERS: answers, BEACONFORM_TRACKER: context.trackerUrl, BEACONFORM_PATIENCE: '0' };
    await executed(script, { ...environment, ...own });
    const replies = await Promise.all(scenario.requests.map((_, index) => replyIn(answers, index + 1)));
    const attempt = { case: bundled.drawn, scenario, replies };
    const { verdict } = await settleRepeat(context, attempt, bundled.requirement);
    const failure = verdict.failureOf(bundled.requirement);
    if (!failure) return { reproduced: false, reason: 'it did not fail', observed: undefined };
    return { reproduced: true, reason: failure.reason, observed: { stored: failure.stored, replies, values } };
  } finally {
    await rm(answers, { recursive: true });
  }
}

/** The script shows and does not judge, so it ends with 0 whatever the target did. */
function executed(script: string, variables: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...variables };
    execFile('sh', [script], { env, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 }, (error, _, stderr) => {
      if (error) reject(new Error(`${script} did not run to its end: ${stderr.trim() || error.message}`));
      else resolve();
    });
  });
}

async function replyIn(folder: string, number: number): Promise<Reply> {
  const head = await readFile(join(folder, `${number}.head`), 'latin1').catch(() => '');
  const body = await readFile(join(folder, `${number}.body`)).catch(() => Buffer.of());
  // After an interim answer (100) the last head counts.
  const [statusLine = '', ...fields] = head.trimEnd().split('\r\n\r\n').at(-1)?.split('\r\n') ?? [];
  const status = Number(/^HTTP\/\S+ (\d{3})/.exec(statusLine)?.[1]);
  if (!status) return { kind: 'none', reason: 'curl got no answer', retry: false };
  return { kind: 'answer', answer: { status, headers: headersOf(fields), body: new Uint8Array(body) } };
}

function headersOf(fields: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const field of fields) {
    const colon = field.indexOf(':');
    const name = field.slice(0, colon).toLowerCase();
    const value = field.slice(colon + 1).trim();
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return headers;
}
