import { type Finding, required } from '../finding.ts';
import type { ReadHit } from '../hit.ts';

/** Parameters that mean something only together: without the others a server takes the request for something else. */
export function together(hit: ReadHit): Finding[] {
  return [...eventOfBoth(hit), ...contentWithName(hit)];
}

function eventOfBoth({ facts, values }: ReadHit): Finding[] {
  const id = 'piwik.event.both-sent';
  const sent = ['e_c', 'e_a', 'e_n', 'e_v'].filter((name) => values.get(name));
  const absent = ['e_c', 'e_a'].filter((name) => !values.get(name)?.trim());
  if (sent.length === 0 || absent.length === 0 || !(id in facts.requirements)) return [];
  return [
    required(facts, id, absent[0] ?? null, {
      sent: `${sent.join(', ')} sent without a text in ${absent.join(' and ')}.`,
      expected: 'Expected: an event with its category in e_c and its action in e_a.',
      effect: 'A server takes the request as a page view, or refuses it when one holds only blanks.',
      remedy: 'Send both, or none of them.',
    }),
  ];
}

function contentWithName({ facts, values }: ReadHit): Finding[] {
  const id = 'piwik.content.name-beside';
  const sent = ['c_n', 'c_p', 'c_t', 'c_i'].filter((name) => values.get(name));
  if (sent.length === 0 || values.get('c_n')?.trim() || !(id in facts.requirements)) return [];
  return [
    required(facts, id, 'c_n', {
      sent: `${sent.join(', ')} sent without a name in c_n.`,
      expected: 'Expected: the name of the content in c_n.',
      effect: 'A server takes the request as a page view, or refuses it when c_n holds only blanks.',
      remedy: 'Send the name of the content, or none of them.',
    }),
  ];
}
