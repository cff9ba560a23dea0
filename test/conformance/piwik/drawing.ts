/** Draws and renders cases of Piwik without sending any. */
import fc from 'fast-check';
import type { Experiment, Identity, Scenario, TargetFacts } from '../../../conformance/server/model.ts';
import { createIdentities } from '../../../conformance/server/run/identity.ts';

/** A target that has all an experiment may ask for. */
export const target: TargetFacts = {
  site: 1,
  token: 'f'.repeat(32),
  goals: [
    { id: 7, revenue: '9.99', multiple: false },
    { id: 8, revenue: '3', multiple: true },
  ],
  features: new Set(['goals', 'ecommerce', 'events', 'site-search', 'bulk']),
  sites: [
    {
      id: 1,
      patternGoals: [
        { id: 1, match: 'url', pattern: 'thank-you', patternType: 'contains', caseSensitive: false },
        { id: 2, match: 'url', pattern: 'http://example.org/Exact', patternType: 'exact', caseSensitive: true },
        { id: 3, match: 'url', pattern: '.*/multi/[0-9]+.*', patternType: 'regex', caseSensitive: false },
        { id: 4, match: 'title', pattern: 'Special Offer', patternType: 'contains', caseSensitive: false },
        { id: 5, match: 'file', pattern: '.pdf', patternType: 'contains', caseSensitive: false },
        { id: 12, match: 'url', pattern: '(never-closed', patternType: 'regex', caseSensitive: false },
        { id: 6, match: 'external_website', pattern: 'partner.example', patternType: 'contains', caseSensitive: false },
      ],
      excludedAddresses: [],
      excludedUserAgents: [],
      excludedParameters: [],
      keepsFragment: false,
      siteSearch: true,
    },
    {
      id: 2,
      patternGoals: [],
      excludedAddresses: ['10.9.8.*', '192.0.2.0/24', '2001:db8:bad::/48'],
      excludedUserAgents: ['BadAgent'],
      excludedParameters: ['secret'],
      keepsFragment: true,
      siteSearch: false,
    },
  ],
  roleTokens: {
    'super-user': '1'.repeat(32),
    'site-admin': '2'.repeat(32),
    'other-site': '3'.repeat(32),
    'view-only': '4'.repeat(32),
  },
};

/** A target of which nothing is known but its address. */
export const stranger: TargetFacts = { site: 1, token: undefined, goals: [], features: target.features };

export function draw(experiment: Experiment, seed: number, count: number, facts = target): unknown[] {
  return fc.sample(experiment.plan(facts), { seed, numRuns: count });
}

/** Identities of a run that began at `now`. */
export function identities(now = Date.UTC(2024, 0, 5)) {
  return createIdentities({ now, random: Uint8Array.of(1, 2, 3, 4, 5) });
}

/** Each rendered with an identity of its own. */
export function scenarios(experiment: Experiment, seed: number, count: number, facts = target): Scenario[] {
  const own = identities();
  return draw(experiment, seed, count, facts).map((plan) => experiment.render(plan, own.next(), facts));
}

/** The same identity each time it is called. */
export function fixedIdentity(): Identity {
  return identities().next();
}
