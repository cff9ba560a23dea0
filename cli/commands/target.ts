import { Command } from 'commander';
import { suites } from '../../conformance/server/suites.ts';

/** `beaconform target > FILE`: a target file to fill in. */
export function targetCommand(): Command {
  return new Command('target')
    .description('print a target file to fill in: the facts of the tracker you test')
    .action(() => {
      const template = {
        name: 'name and version of your tracker',
        protocols: suites.map(({ facts }) => ({ protocol: facts.protocol, version: facts.version })),
        sites: [
          {
            id: 1,
            urls: ['http://example.org'],
            timeZone: 'UTC',
            ecommerce: false,
            goals: [{ id: 1, match: 'manually', revenue: '0', multiple: false }],
          },
        ],
        expectedFailures: [],
      };
      process.stdout.write(`${JSON.stringify(template, null, 2)}\n`);
    });
}
