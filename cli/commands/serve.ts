import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { validateConfig } from '../../generated/files/validate-config.ts';
import { type RunningServer, type ServeOptions, startServer } from '../../reference-server/server.ts';
import type { Config } from '../../reference-server/settings/read.ts';
import { exitCode, UsageError } from '../exit.ts';
import { readJsonFile } from '../json-file.ts';
import { collect, wholeNumber } from '../options.ts';
import { ownTarget } from '../own-target.ts';

interface ServeCommandOptions {
  port: number;
  host: string;
  database: string;
  config?: string;
  fault: string[];
  records?: boolean;
  token?: string;
  writeTarget?: string;
  testHeaders?: boolean;
}

/** `beaconform serve`: the reference server, until SIGTERM or SIGINT. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('run the reference server')
    .option('--port <number>', '0 takes a free port', wholeNumber(0), 8080)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--database <file>', 'SQLite file, or :memory:', 'beaconform.db')
    .option('--config <file>', 'sites, tokens and options (JSON)')
    .option('--fault <id>', 'switch on a fault; repeatable', collect, [])
    .option('--records', 'open the records door')
    .option('--token <token>', 'token of the super user; else a random one is printed')
    .option('--write-target <file>', 'write the facts of this server for `test --target`')
    .option('--test-headers', 'obey X-Beaconform-Now and X-Beaconform-Address from loopback')
    .action(serve);
}

async function serve(options: ServeCommandOptions): Promise<void> {
  const config = options.config && (await readJsonFile<Config>('--config', options.config, validateConfig));
  const server = await started({
    port: options.port,
    host: options.host,
    database: options.database,
    faults: options.fault,
    records: options.records ?? false,
    testHeaders: options.testHeaders ?? false,
    ...(config ? { config } : {}),
    ...(options.token ? { token: options.token } : {}),
  });
  if (options.writeTarget)
    await writeFile(options.writeTarget, `${JSON.stringify(ownTarget(server.settings), null, 2)}\n`);
  if (!options.token) process.stdout.write(`token of the super user: ${server.token}\n`);
  process.stdout.write(`listening on ${server.url}\n`);
  await stopSignal();
  await server.close();
  process.exitCode = exitCode.conformant;
}

/** A server that cannot start (an unknown fault, a taken port, a database of a newer version) is wrong usage. */
async function started(options: ServeOptions): Promise<RunningServer> {
  try {
    return await startServer(options);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
}
