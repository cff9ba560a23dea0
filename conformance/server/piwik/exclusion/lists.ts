/** Whom and what a site excludes: addresses, user agents, parameters of addresses. */
import fc, { type Arbitrary } from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { Experiment, SiteFacts, TargetFacts } from '../../model.ts';
import { firstOf, needsToken } from '../obstacle.ts';
import { get, replaced, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { noRow, of, row } from '../row/rows.ts';

interface Plan {
  requirement: RequirementId;
  site: number;
  /** An address of the list, a user agent with a part of the list in it, or a query. */
  excluded: string;
}

const byte = fc.integer({ min: 1, max: 254 });

/** An address that `pattern` covers: the last byte of an IPv4 range, the last group of an IPv6 one is free. */
function addressIn(pattern: string): Arbitrary<string> {
  const [range = '', bits] = pattern.split('/');
  if (pattern.endsWith('*')) return byte.map((last) => pattern.replaceAll('*', String(last)));
  if (bits === undefined) return fc.constant(pattern);
  if (range.includes(':')) return byte.map((last) => `${range}${last.toString(16)}`);
  return byte.map((last) => range.replace(/[0-9]+$/, String(last)));
}

/** The part as listed or in other letters, inside a longer text. */
function agentWith(part: string): Arbitrary<string> {
  return fc
    .constantFrom(part, part.toUpperCase(), part.toLowerCase())
    .map((text) => `Mozilla/5.0 (compatible; ${text}/1.0)`);
}

function plans({ id, excludedAddresses, excludedUserAgents, excludedParameters }: SiteFacts): Arbitrary<Plan>[] {
  const excluding = (requirement: RequirementId, texts: Arbitrary<string>) =>
    texts.map((excluded): Plan => ({ requirement, site: id, excluded }));
  return [
    ...excludedAddresses.map((pattern) => excluding('piwik.exclusion.address', addressIn(pattern))),
    ...excludedUserAgents.map((part) => excluding('piwik.exclusion.user-agent', agentWith(part))),
    ...excludedParameters.map((name) => excluding('piwik.action-type.excluded-parameters', fc.constant(`${name}=x`))),
  ];
}

function allPlans({ sites = [] }: TargetFacts): Arbitrary<Plan>[] {
  return sites.flatMap(plans);
}

function needsLists(target: TargetFacts) {
  if (allPlans(target).length > 0) return undefined;
  return { status: 'skipped' as const, reason: 'the target names no site that excludes anything (target file)' };
}

export const exclusionLists: Experiment<Plan> = {
  id: 'piwik.exclusion-lists',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik.exclusion.address', 'piwik.exclusion.user-agent', 'piwik.action-type.excluded-parameters'],
  obstacle: firstOf(needsToken, needsLists),
  branches: {
    'a listed address': ({ requirement }) => requirement === 'piwik.exclusion.address',
    'a listed user agent': ({ requirement }) => requirement === 'piwik.exclusion.user-agent',
    'a listed parameter': ({ requirement }) => requirement === 'piwik.action-type.excluded-parameters',
  },
  plan: (target) => fc.oneof(...allPlans(target)),
  render: ({ requirement, site, excluded }, identity, target) => {
    const there = { ...target, site };
    const [out, kept] = [person(0, identity), person(1, identity)];
    const action = 'log_link_visit_action';
    if (requirement === 'piwik.action-type.excluded-parameters') {
      const { url, name } = page(0, identity);
      const hit = hitOf(kept, there, viewing({ url: `${url}?a=1&${excluded}&b=2` }));
      const stored = { 'idaction_url.name': holds(`${name}?a=1&b=2`, requirement) };
      return { requests: [get(hit)], expected: [row(action, 'action', of(kept), requirement, stored)], absent: [] };
    }
    const hit = hitOf(out, there, viewing(page(0, identity)));
    const lost =
      requirement === 'piwik.exclusion.address'
        ? replaced(hit, 'cip', wireOf(excluded))
        : { ...hit, headers: { ...hit.headers, 'user-agent': excluded } };
    return {
      requests: [get(lost), get(hitOf(kept, there, viewing(page(1, identity))))],
      expected: [row(action, 'kept', of(kept), requirement)],
      absent: [noRow(action, of(out), requirement, 'kept')],
    };
  },
};
