import { describe, expect, it } from 'vitest';
import { ownTarget } from '../../../cli/own-target.ts';
import { targetFactsOf } from '../../../conformance/server/targets/facts.ts';
import { targetNamed, targetNames } from '../../../conformance/server/targets/named.ts';
import { validateTarget } from '../../../generated/files/validate-target.ts';
import { settingsOf } from '../../../reference-server/settings/read.ts';
import { events } from './fake/experiments.ts';
import { fakeFacts } from './fake/facts.ts';

const suites = [{ facts: fakeFacts, experiments: [{ ...events, features: ['money'] }], canary: events }];
const options = { toolVersion: '0', trackerUrl: 'http://h/i' };

describe('known targets', () => {
  it('obey the published schema', () => {
    expect(targetNames).toContain('beaconform');
    for (const name of targetNames) expect(validateTarget(targetNamed(name))).toEqual([]);
    expect(targetNamed('no-such-target')).toBeUndefined();
  });

  it('know the reference server as it is without a configuration', () => {
    const { $schema: _, ...facts } = targetNamed('beaconform') as { $schema?: string };
    expect(withDefaults(facts)).toEqual(withDefaults(ownTarget(settingsOf({}, 'token'))));
  });
});

/** A file may leave out what is the default of the schema. */
function withDefaults(target: object): unknown {
  return JSON.parse(JSON.stringify(target), (_key, value) => {
    if (value === null || typeof value !== 'object') return value;
    if ('match' in value) return { ...goal, ...(value.match === 'manually' ? {} : pattern), ...value };
    return 'urls' in value ? { ...site, ...value } : value;
  });
}

const goal = { revenue: '0', multiple: false };
const pattern = { patternType: 'contains', caseSensitive: false };
const site = {
  excludedAddresses: [],
  excludedParameters: [],
  excludedUserAgents: [],
  keepUrlFragment: false,
  siteSearch: true,
};

describe('facts of a target', () => {
  it('have defaults without a target file', () => {
    expect(targetFactsOf(options, suites)).toMatchObject({
      site: 1,
      token: undefined,
      goals: [],
      features: new Set(['money']),
    });
  });

  it('come from the command line first', () => {
    const target = {
      protocols: [],
      sites: [
        {
          id: 4,
          goals: [
            { id: 1, match: 'manually' as const },
            { id: 2, match: 'url' as const, pattern: 'x' },
          ],
        },
        { id: 5, goals: [{ id: 3, match: 'manually' as const, revenue: '2.5', multiple: true }] },
      ],
      features: [],
    };
    expect(targetFactsOf({ ...options, target }, suites)).toMatchObject({
      site: 4,
      goals: [{ id: 1, revenue: '0', multiple: false }],
      features: new Set(),
    });
    expect(targetFactsOf({ ...options, target, site: 5, token: 't' }, suites)).toMatchObject({
      site: 5,
      token: 't',
      goals: [{ id: 3, revenue: '2.5', multiple: true }],
    });
  });
});
