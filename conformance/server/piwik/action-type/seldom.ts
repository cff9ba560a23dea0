/** Addresses of pages that are seldom written so. */
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { SiteFacts, StoredValue, TargetFacts } from '../../model.ts';
import { type Probe, questions } from '../ledger/probe.ts';
import { get } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds, mayHold, refersToNothing } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

const kept = 'piwik.action-type.fragment-kept';
const pairs = 'piwik.action-type.pairs-as-sent';
const scheme = 'piwik.action-type.other-scheme';
const matrix = 'piwik.action-type.matrix-parameters';
const wide = 'piwik.url.wide';

const HTTP = 0;

interface Address {
  sent: string;
  name: string;
  prefix: StoredValue;
}

/** A page view of an address that `write` makes from a page's own. */
function seen(requirement: RequirementId, write: (own: string) => Address, site?: number): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const { sent, name, prefix } = write(page(0, identity).name);
    return {
      requests: [get(hitOf(who, site === undefined ? target : { ...target, site }, viewing({ url: sent })))],
      expected: [
        row('log_link_visit_action', 'action', of(who), requirement, {
          'idaction_url.name': holds(name, requirement),
          'idaction_url.url_prefix': holds(prefix, requirement),
        }),
      ],
    };
  };
}

function tail(requirement: RequirementId, sent: string, stored: string): Probe {
  return seen(requirement, (own) => ({ sent: `http://${own}${sent}`, name: `${own}${stored}`, prefix: HTTP }));
}

/** A page view of an address with a tab in it. */
const withTab: Probe = (identity, target) => {
  const who = person(0, identity);
  const own = page(0, identity).name;
  const written = (character: string) => `${own}/a${character}b`;
  const answers = {
    underscore: written('_'),
    kept: written('\t'),
    dropped: written(''),
    escaped: written('%09'),
  };
  return {
    requests: [get(hitOf(who, target, viewing({ url: `http://${written('\t')}` })))],
    expected: [
      row('log_link_visit_action', 'action', of(who), wide, {
        'idaction_url.name': mayHold('piwik.control-in-address', answers, wide),
      }),
    ],
  };
};

/** A page view of what is no address: it is stored without one. */
function unread(write: (own: string) => string): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const sent = write(page(0, identity).name);
    return {
      requests: [get(hitOf(who, target, viewing({ url: sent })))],
      expected: [row('log_link_visit_action', 'action', of(who), scheme, { idaction_url: refersToNothing(scheme) })],
    };
  };
}

/** The address with another host and port. */
function at(own: string, host: string): string {
  return `${host}${own.slice(own.indexOf('/'))}`;
}

/** On the first site that keeps fragments, if the target names one. */
function keeping(write: (site: SiteFacts) => readonly [sent: string, stored: string]): Probe {
  return (identity, target: TargetFacts) => {
    const site = (target.sites ?? []).find(({ keepsFragment }) => keepsFragment);
    if (site === undefined) return undefined;
    const [sent, stored] = write(site);
    return seen(
      kept,
      (own) => ({ sent: `http://${own}${sent}`, name: `${own}${stored}`, prefix: HTTP }),
      site.id,
    )(identity, target);
  };
}

export const seldomAddress = questions({
  id: 'piwik.action-type-seldom',
  requirements: [kept, pairs, scheme, matrix, wide],
  probes: {
    'no fragment': keeping(() => ['?c=3', '?c=3']),
    'number signs at the end': keeping(() => ['#part#2##', '#part#2']),
    'excluded in a fragment': keeping(({ excludedParameters: [name = 'gclid'] }) => [`#a=1&${name}=x&b=2`, '#a=1&b=2']),
    'fragment behind a query': keeping(({ excludedParameters: [name = 'gclid'] }) => [
      `?c=3#a=1&${name}=x`,
      `?c=3#a=1&${name}=x`,
    ]),
    'fragment that is no query': keeping(() => ['#part', '#part']),
    'excluded name that is no pair': keeping(() => ['#gclid', '#gclid']),
    'pairs without a value': tail(pairs, '?a&b=&c=1', '?a&b=&c=1'),
    'pairs without a name': tail(pairs, '?a=1&&=x&b=2', '?a=1&b=2'),
    'only an excluded pair': tail(pairs, '?gclid=x', ''),
    'matrix before a query': tail(matrix, ';a=1;b=2?c=3', '?a=1&b=2&c=3'),
    'semicolon in a query': tail(matrix, '?a=1;b=2', '?a=1;b=2'),
    'file transfer': seen(scheme, (own) => ({ sent: `ftp://${own}`, name: `ftp://${own}`, prefix: null })),
    'no scheme': seen(scheme, (own) => ({ sent: `://${own}`, name: `://${own}`, prefix: null })),
    'scheme of no page': unread((own) => `gopher://${own}`),
    'behind another text': unread((own) => `page/http://${own}`),
    'no host': unread((own) => `http:///${own}`),
    'no host, but a query': unread((own) => `http:///${own}?a=1`),
    'port beyond all ports': unread((own) => `http://${at(own, 'beaconform.invalid:65536')}`),
    'port that is no number': unread((own) => `http://${at(own, 'beaconform.invalid:port')}`),
    'tab within': withTab,
    'largest port': seen(pairs, (own) => {
      const name = at(own, 'beaconform.invalid:65535');
      return { sent: `http://${name}`, name, prefix: HTTP };
    }),
    'host in brackets': seen(pairs, (own) => {
      const name = at(own, '[2001:db8::1]:8080');
      return { sent: `http://${name}`, name, prefix: HTTP };
    }),
    'user and port': seen(pairs, (own) => {
      const [host, ...path] = own.split('/');
      const name = `user:word@${host}:8080/${path.join('/')}`;
      return { sent: `http://${name}`, name, prefix: HTTP };
    }),
  },
});
