/** Questions about page views that do not say which page it is. */
import { get, wireOf } from '../request/hit.ts';
import { page } from '../request/page.ts';
import { headersOf, hitOf, person } from '../request/person.ts';
import { titled, titleOf } from '../request/titled.ts';
import { refersToNothing } from '../row/cells.ts';
import { of, on } from '../row/rows.ts';
import { maybe, type Probe } from './probe.ts';

const pageView = 'piwik.request-kinds.page-view';

export const missingUrl: Probe = (identity, target) => {
  const who = person(0, identity);
  return {
    requests: [get(hitOf(who, target, titled(titleOf(0, identity))))],
    expected: [
      maybe(['log_link_visit_action', 'action', of(who)], pageView, {
        ledger: 'piwik.missing-url',
        stored: 'stored',
        absent: 'refused',
      }),
    ],
  };
};

export const refererAsUrl: Probe = (identity, target) => {
  const who = person(0, identity);
  const shown = page(0, identity);
  const hit = hitOf(who, target, []);
  return {
    requests: [get({ ...hit, headers: { ...headersOf(who), referer: shown.url } })],
    expected: [
      maybe(['log_link_visit_action', 'action', { ...of(who), ...on(shown) }], pageView, {
        ledger: 'piwik.referer-header-as-url',
        stored: 'used',
        absent: 'unused',
      }),
    ],
  };
};

/** Whoever says where they came from without saying where they are is on no page that is known. */
export const refererBesideReferrer: Probe = (identity, target) => {
  const who = person(0, identity);
  const hit = hitOf(who, target, [['urlref', wireOf('http://news.example/page')]]);
  return {
    requests: [get({ ...hit, headers: { ...headersOf(who), referer: page(0, identity).url } })],
    expected: [
      maybe(
        ['log_link_visit_action', 'action', of(who)],
        pageView,
        { ledger: 'piwik.missing-url', stored: 'stored', absent: 'refused' },
        { idaction_url: refersToNothing(pageView) },
      ),
    ],
  };
};
