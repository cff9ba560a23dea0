import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { versions as editions } from '../../generated/index.ts';
import type { ProtocolName } from '../../generated/model.ts';
import { UsageError } from '../exit.ts';
import { packageRoot } from '../version.ts';

/** What a project that talks to a tracker needs: the client, its types, the validators, and the documents. */
const wanted = [
  'client.ts',
  'request.ts',
  'records.ts',
  'paths.ts',
  'validate.ts',
  'openapi.json',
  'request.schema.json',
  'specification.md',
];

/** `beaconform generate`: writes the generated client of a protocol into a project. */
export function generateCommand(): Command {
  return new Command('generate')
    .description('write the typed client, types, validators and specification of a protocol into a folder')
    .addOption(new Option('--protocol <name>').choices(['piwik', 'snowplow']).makeOptionMandatory())
    .option('--protocol-version <version>', 'default: the newest in the spec')
    .requiredOption('--out <folder>', 'is made when it does not exist')
    .action(generate);
}

async function generate(options: { protocol: ProtocolName; protocolVersion?: string; out: string }): Promise<void> {
  const versions = editions[options.protocol].map(({ version }) => version);
  const version = options.protocolVersion ?? versions.at(-1);
  if (version === undefined || !versions.includes(version)) {
    throw new UsageError(`${options.protocol} has no version ${version}: known are ${versions.join(', ')}`);
  }
  const from = fileURLToPath(new URL(`generated/${options.protocol}/${version}/`, packageRoot));
  await mkdir(options.out, { recursive: true });
  const present = new Set(await readdir(from));
  for (const file of wanted.filter((name) => present.has(name))) {
    await copyFile(join(from, file), join(options.out, file));
    process.stdout.write(`${join(options.out, file)}\n`);
  }
}
