import { Command } from 'commander';
import { UsageError } from '../exit.ts';

/** Commands of the contract that this version does not have yet; each says so instead of pretending. */
export function laterCommands(): Command[] {
  const planned: Record<string, string> = {
    merge: 'merge the reports of shards',
  };
  return Object.entries(planned).map(([name, description]) =>
    new Command(name)
      .description(`${description} (not in this version)`)
      .argument('[arguments...]')
      .allowUnknownOption()
      .action(() => {
        throw new UsageError(`"${name}" is not in this version yet; see \`beaconform --help\` for what is`);
      }),
  );
}
