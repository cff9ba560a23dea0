/** Questions about requests that lack something, say it twice or come in another way. */
import { get, type Pairs, queryOf, wireOf, without } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { headersOf, hitOf, person } from '../request/person.ts';
import { titleOf } from '../request/titled.ts';
import { mayHold } from '../row/cells.ts';
import { of, on, row } from '../row/rows.ts';
import { missingUrl, refererAsUrl, refererBesideReferrer } from './page-unsaid.ts';
import { maybe, type Probe, questions } from './probe.ts';

const pageView = 'piwik.request-kinds.page-view';

/** A page view with `pairs` beside the page; its action is stored by some answers only. */
function storedOrNot(
  pairs: Pairs,
  optional: { ledger: Parameters<typeof maybe>[2]['ledger']; stored: string; absent: string },
): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ...pairs]))],
      expected: [maybe(['log_link_visit_action', 'action', of(who)], pageView, optional)],
    };
  };
}

const otherRec: Probe = (identity, target) => {
  const who = person(0, identity);
  const hit = without(hitOf(who, target, viewing(page(0, identity))), 'rec');
  return {
    requests: [get({ ...hit, pairs: [...hit.pairs, ['rec', '2']] })],
    expected: [
      maybe(['log_link_visit_action', 'action', of(who)], pageView, {
        ledger: 'piwik.rec-other-than-1',
        stored: 'tracked',
        absent: 'excluded',
      }),
    ],
  };
};

const emptyValue: Probe = (identity, target) => {
  const who = person(0, identity);
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ['lang', '']]))],
    expected: [
      row('log_visit', 'visit', of(who), 'piwik.language.header', {
        location_browser_lang: mayHold(
          'piwik.empty-value',
          { missing: who.language, empty: '' },
          'piwik.language.header',
        ),
      }),
    ],
  };
};

/** A resolution, and then `name` with another; `last` is what the visit holds when the later one counts. */
function repeated(name: string, last: string): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const requirement = 'piwik.res.stored';
    const first = '640x480';
    const pairs: Pairs = [...viewing(page(0, identity)), ['res', first], [wireOf(name), '800x600']];
    const held = mayHold('piwik.repeated-parameter', { last, first }, requirement);
    return {
      requests: [get(hitOf(who, target, pairs))],
      expected: [row('log_visit', 'visit', of(who), requirement, { config_resolution: held })],
    };
  };
}

/** A title in a parameter that is named almost like the one for it. */
function spelt(name: string): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const title = titleOf(0, identity);
    const held = mayHold('piwik.blank-in-name', { underscore: title, other: null }, pageView);
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), [name, wireOf(title)]]))],
      expected: [row('log_link_visit_action', 'action', of(who), pageView, { 'idaction_name.name': held })],
    };
  };
}

const byHead: Probe = (identity, target) => {
  const who = person(0, identity);
  const { pairs } = hitOf(who, target, viewing(page(0, identity)));
  return {
    requests: [{ method: 'HEAD', query: queryOf(pairs), headers: headersOf(who) }],
    expected: [
      maybe(['log_link_visit_action', 'action', of(who)], pageView, {
        ledger: 'piwik.request-method',
        stored: 'any',
        absent: 'get-only',
      }),
    ],
  };
};

const emptyParameter: Probe = (identity, target) => {
  const who = person(0, identity);
  const { pairs } = hitOf(who, target, viewing(page(0, identity)));
  return {
    requests: [{ method: 'GET', query: `${queryOf(pairs)}&`, headers: headersOf(who) }],
    expected: [row('log_link_visit_action', 'action', of(who), pageView)],
  };
};

const heartbeat: Probe = (identity, target) => {
  const who = person(0, identity);
  const [seen, held] = [page(0, identity), page(1, identity)];
  const at = identity.clock(0);
  return {
    requests: [
      get(hitOf(who, target, viewing(seen), at)),
      get(hitOf(who, target, [...viewing(held), ['ping', '1']], at + 60)),
    ],
    expected: [
      row('log_link_visit_action', 'page view', on(seen), pageView),
      maybe(['log_link_visit_action', 'ping', on(held)], pageView, {
        ledger: 'piwik.heartbeat',
        stored: 'page-view',
        absent: 'kept-alive',
      }),
    ],
  };
};

/** Of somebody who was not seen before. */
const heartbeatAlone = storedOrNot([['ping', '1']], {
  ledger: 'piwik.heartbeat',
  stored: 'page-view',
  absent: 'kept-alive',
});

export const requestQuestions = questions({
  id: 'piwik.ledger-requests',
  requirements: [pageView, 'piwik.language.header', 'piwik.res.stored'],
  probes: {
    'missing url': missingUrl,
    'referer as url': refererAsUrl,
    'referer beside urlref': refererBesideReferrer,
    'other rec': otherRec,
    'empty value': emptyValue,
    'empty parameter': emptyParameter,
    repeated: repeated('res', '800x600'),
    // A list is no text: the resolution then counts as missing.
    'repeated as list': repeated('res[other]', 'unknown'),
    'blank in a name': spelt('action%20name'),
    'dot in a name': spelt('action.name'),
    'by HEAD': byHead,
    heartbeat,
    'heartbeat alone': heartbeatAlone,
    'other apiv': storedOrNot([['apiv', '2']], { ledger: 'piwik.api-version', stored: 'any', absent: 'only-1' }),
    'bad download': storedOrNot([['download', wireOf('no address')]], {
      ledger: 'piwik.bad-action-url',
      stored: 'stored',
      absent: 'refused',
    }),
    'bad link': storedOrNot([['link', wireOf('no address')]], {
      ledger: 'piwik.bad-action-url',
      stored: 'stored',
      absent: 'refused',
    }),
  },
});
