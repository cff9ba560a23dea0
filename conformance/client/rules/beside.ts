import { advised, type Finding } from '../finding.ts';
import type { ReadHit } from '../hit.ts';

/** What the Piwik document recommends to send beside a parameter; it recommends, so these are information. */
export function besideOthers(hit: ReadHit): Finding[] {
  return [...sameUrl(hit, 'download'), ...sameUrl(hit, 'link'), ...searchCount(hit), ...onlyBesideSearch(hit)];
}

function sameUrl({ facts, values }: ReadHit, name: 'download' | 'link'): Finding[] {
  const id = name === 'link' ? 'piwik.outlink.same-url' : 'piwik.download.same-url';
  const target = values.get(name);
  if (!target || values.get('url') === target || !(id in facts.requirements)) return [];
  return [
    advised(facts, id, 'url', {
      sent: `${name} is sent and url has another value.`,
      expected: `Expected: url with the value of ${name}.`,
      effect: `A server stores the address in ${name} and uses url for what rests on the page.`,
      remedy: `Send the same value in url, unless the page with the link is meant.`,
    }),
  ];
}

function searchCount({ facts, values }: ReadHit): Finding[] {
  const id = 'piwik.site-search.count-sent';
  if (!values.get('search') || values.has('search_count') || !(id in facts.requirements)) return [];
  return [
    advised(facts, id, 'search_count', {
      sent: 'search is sent without search_count.',
      expected: 'Expected: the number of results beside it.',
      effect: 'A server stores the search without it: searches that found nothing are not seen as such.',
      remedy: 'Send search_count when the client knows it.',
    }),
  ];
}

function onlyBesideSearch({ facts, values }: ReadHit): Finding[] {
  if (values.get('search')) return [];
  const needs = {
    search_cat: 'piwik.site-search.category-needs-search',
    search_count: 'piwik.site-search.count-needs-search',
  };
  return Object.entries(needs)
    .filter(([name, id]) => values.get(name) && id in facts.requirements)
    .map(([name, id]) =>
      advised(facts, id, name, {
        sent: `${name} is sent without search.`,
        expected: 'Expected: it stands beside search only.',
        effect: 'A server does not store it.',
        remedy: 'Send search too, or leave it out.',
      }),
    );
}
