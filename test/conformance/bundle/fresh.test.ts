import { describe, expect, it } from 'vitest';
import { bundledCase } from '../../../conformance/server/bundle/bundled-case.ts';
import type { RunOptions } from '../../../conformance/server/run/options.ts';
import { obstacleOf } from '../../../conformance/server/run/selection.ts';
import { suites } from '../../../conformance/server/suites.ts';
import { targetFactsOf } from '../../../conformance/server/targets/facts.ts';
import { targetNamed } from '../../../conformance/server/targets/named.ts';

const target = targetNamed('beaconform');
const token = '0123456789abcdef0123456789abcdef';
const options: RunOptions = {
  toolVersion: '0.0.0',
  trackerUrl: 'http://127.0.0.1:9/',
  token,
  ...(target ? { target } : {}),
};
const experiments = suites
  .flatMap((suite) =>
    suite.experiments.filter(
      ({ protocol, versions }) => protocol === suite.facts.protocol && versions.includes(suite.facts.version),
    ),
  )
  .filter((experiment) => !obstacleOf(experiment, targetFactsOf(options, suites)));

describe('every experiment', () => {
  for (const { id, requirements } of new Set(experiments)) {
    it(`${id} can be sent again with other values`, () => {
      const cases = Array.from({ length: 8 }, (_, path) =>
        bundledCase(
          {
            id: `${id}/${requirements[0]}`,
            requirements: [requirements[0] as string],
            status: 'failed',
            runs: 1,
            reproduce: { command: `beaconform test --replay ${id}/${requirements[0]}/1/${path}`, curl: '' },
          },
          options,
        ),
      );
      expect(cases.filter((one) => one?.fresh).length).toBeGreaterThan(0);
      for (const one of cases) expect(JSON.stringify(one?.requests)).not.toContain(token);
    });
  }
});
