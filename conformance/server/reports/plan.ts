import type { Progress } from '../run/progress.ts';
import { counted, duration } from './verdict.ts';

/** What a run will send, as it is told before the first request: how much, how fast, and how to find it again. */
export function renderPlan(plan: Extract<Progress, { event: 'plan' }>): string {
  const { protocol, version, checks, cases, rate, forecast, marks } = plan;
  const sent = forecast ? `, about ${counted(forecast.requests, 'request')}` : '';
  const pace = rate ? ` at most ${rate} a second` : '';
  const long = forecast?.seconds ? `: some ${duration(forecast.seconds * 1000)}` : '';
  const head = `${protocol} ${version}: ${counted(checks, 'check')}, ${counted(cases, 'case')}${sent}${pace}${long}`;
  if (!marks) return head;
  const prefix = protocol === 'piwik' ? ', your table prefix put before each name' : '';
  return [head, `Its hits are marked. To find and delete them${prefix}:`, ...marks.map((line) => `  ${line}`)].join(
    '\n',
  );
}
