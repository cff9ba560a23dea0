import { type Finding, required } from '../finding.ts';
import type { ReadHit } from '../hit.ts';

const offsets = ['pp_mix', 'pp_max', 'pp_miy', 'pp_may'];

/** A Snowplow page ping carries the four offsets. */
export function pagePingOffsets({ facts, values }: ReadHit): Finding[] {
  const id = 'snowplow.page-ping.offsets';
  if (values.get('e') !== 'pp' || !(id in facts.requirements)) return [];
  const absent = offsets.filter((name) => !values.get(name));
  if (absent.length === 0) return [];
  return [
    required(facts, id, absent[0] ?? null, {
      sent: `The page ping comes without ${absent.join(', ')}.`,
      expected: 'Expected: the four offsets pp_mix, pp_max, pp_miy and pp_may.',
      effect: 'A server stores the ping and leaves their columns NULL.',
      remedy: 'Send how far the page was scrolled since the last ping, 0 when it was not.',
    }),
  ];
}

/** The properties of an unstructured event come in one form. */
export function oneForm({ facts, values }: ReadHit): Finding[] {
  const id = 'snowplow.unstructured.one-form';
  if (!values.get('ue_pr') || !values.get('ue_px') || !(id in facts.requirements)) return [];
  return [
    required(facts, id, 'ue_px', {
      sent: 'ue_pr and ue_px are both sent.',
      expected: 'Expected: the properties of an event in one of the two.',
      effect: 'A server stores one of them and drops the other.',
      remedy: 'Send ue_px, or ue_pr where the document must stay readable.',
    }),
  ];
}
