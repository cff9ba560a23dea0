/** The known targets of servers that others run. */
import { describe, expect, it } from 'vitest';
import { globMatcher } from '../../../conformance/server/run/glob.ts';
import { suites } from '../../../conformance/server/suites.ts';
import { targetNamed } from '../../../conformance/server/targets/named.ts';

describe.each(['snowplow-micro', 'matomo-5'])('the known target %s', (name) => {
  const target = targetNamed(name);
  const claimed = target?.protocols[0];
  const suite = suites.find(({ facts }) => facts.protocol === claimed?.protocol && facts.version === claimed?.version);
  const checks = suite?.experiments.flatMap(({ id, requirements }) =>
    requirements.map((requirement) => ({ requirement, check: `${id}/${requirement}` })),
  );
  const entries = target?.expectedFailures ?? [];

  it('expects failures of requirements that are tested, each with its reason', () => {
    expect(entries.length).toBeGreaterThan(15);
    for (const { requirement: glob, reason } of entries) {
      const matches = globMatcher(glob);
      const matched = checks?.filter(({ requirement, check }) => matches(requirement) || matches(check));
      expect([glob, matched?.length === 0]).toEqual([glob, false]);
      expect(reason.length).toBeGreaterThan(30);
    }
  });

  it('says each failure once', () => {
    expect(new Set(entries.map(({ requirement }) => requirement)).size).toBe(entries.length);
  });
});
