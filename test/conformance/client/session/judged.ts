/** Requests of one client, and what is said of them beside each other. */
import type { RecordedRequest } from '../../../../conformance/client/recorded.ts';
import { type JudgeOptions, JudgeStream } from '../../../../conformance/client/session/judge-stream.ts';
import { get, piwik, plainest, snowplow } from '../requests.ts';

const sessionIds = [
  'piwik.visitor-detection.id-stays',
  'piwik.transport.fresh-random',
  'piwik.client-time.forwards',
  'piwik.visitor-counters.count-raised',
  'snowplow.network-user.domain-id-stays',
  'snowplow.duplicates.own-tid',
  'snowplow.time.forwards',
  'snowplow.ecommerce.items-follow',
  'snowplow.ecommerce.order-identifier',
];

/** Per request what the session rules say of it, all requests having been seen. */
export function judge(requests: readonly RecordedRequest[], options: JudgeOptions = {}): string[][] {
  const stream = new JudgeStream(options);
  const judged = requests.map((recorded) => stream.judge(recorded));
  for (const each of judged) stream.settle(each);
  return judged.map(({ hits }) =>
    hits.flatMap(({ findings }) =>
      findings
        .filter(({ requirement }) => sessionIds.includes(requirement ?? ''))
        .map(({ finding, requirement }) => `${finding} ${requirement}`),
    ),
  );
}

/** Requests of Piwik 2.0 and of a web shop to a collector of 2014, with these parameters beside the required ones. */
export const p = (query: string, headers: Record<string, string> = {}) =>
  get(piwik, `${plainest(piwik)}&${query}`, headers);
export const s = (query: string, headers: Record<string, string> = {}) =>
  get(snowplow, `aid=shop&p=web&${query}`, headers);
