import { advised, type Finding, required } from '../finding.ts';
import type { ReadHit } from '../hit.ts';

/** Snowplow parameters that make sense on one platform only, and the time other platforms than the web must send. */
export function platformFindings(hit: ReadHit): Finding[] {
  const platform = hit.values.get('p');
  if (!platform) return [];
  return [
    ...ofPlatform(hit, 'web', platform, 'snowplow.platform.web-parameters'),
    ...ofPlatform(hit, 'iot', platform, 'snowplow.platform.device-parameters'),
    ...clientStamp(hit, platform),
  ];
}

function ofPlatform({ facts, sent }: ReadHit, topic: string, platform: string, id: string): Finding[] {
  if (platform === topic || !(id in facts.requirements)) return [];
  const names = sent.filter(({ text, parameter }) => text !== '' && parameter?.topic === topic).map(({ name }) => name);
  if (names.length === 0) return [];
  // Clients of every age send them, and nothing is lost (ledger snowplow.web-parameters-elsewhere).
  return [
    advised(facts, id, names[0] ?? null, {
      sent: `${names.join(', ')} sent with p=${platform}.`,
      expected: `Expected: they make sense with p=${topic} only.`,
      effect: 'A server stores them all the same.',
      remedy: `Send p=${topic} when that is the platform, else leave them out.`,
    }),
  ];
}

function clientStamp({ facts, values }: ReadHit, platform: string): Finding[] {
  const id = 'snowplow.time.client-stamp';
  if (platform === 'web' || values.get('dtm') || values.get('ttm') || !(id in facts.requirements)) return [];
  return [
    required(facts, id, 'dtm', {
      sent: `dtm is missing, and p=${platform}.`,
      expected: 'Expected: the time of the event in milliseconds, such as dtm=1361553733313.',
      effect: 'A server knows only when the event arrived, which may be hours later.',
      remedy: 'Send the time of the event in dtm.',
    }),
  ];
}
