import { Command } from 'commander';
import { versions } from '../../generated/index.ts';
import type { Facts } from '../../generated/model.ts';
import { differenceOf } from '../diff/difference.ts';
import { differenceText } from '../diff/text.ts';
import { UsageError } from '../exit.ts';

/** `beaconform diff piwik@2.0 piwik@5`: what a version adds, removes and changes, and what of it breaks a client. */
export function diffCommand(): Command {
  return new Command('diff')
    .description('compare two versions of a protocol, and tell which changes break a client')
    .argument('<from>', 'such as piwik@2.0')
    .argument('<to>', 'such as piwik@5')
    .option('--json', 'as one JSON document')
    .action((from: string, to: string, options: { json?: boolean }) => {
      const [before, after] = [editionNamed(from), editionNamed(to)];
      if (before.protocol !== after.protocol) {
        throw new UsageError(`${from} and ${to}: expected two versions of one protocol`);
      }
      const difference = differenceOf(before, after);
      process.stdout.write(options.json ? `${JSON.stringify(difference, null, 2)}\n` : differenceText(difference));
    });
}

function editionNamed(name: string): Facts {
  const all = Object.values(versions).flat();
  const found = all.find(({ protocol, version }) => `${protocol}@${version}` === name);
  if (found) return found;
  const known = all.map(({ protocol, version }) => `${protocol}@${version}`).join(', ');
  throw new UsageError(`${JSON.stringify(name)} is no version of the spec: expected one of ${known}`);
}
