import type { Reader, ReaderOptions } from '../readers/reader.ts';
import { createReader, probedReaders } from '../readers/registry.ts';
import { NoDoorError } from './errors.ts';

/**
 * The reader a run uses: the one that was named, else the first whose door answers as it should.
 *
 * @throws NoDoorError when none does
 * @throws UsageError for an unknown reader, or one that does not show the protocol
 */
export async function openDoor(name: string | undefined, options: ReaderOptions): Promise<Reader> {
  const tried: string[] = [];
  for (const candidate of name === undefined ? probedReaders(options) : [name]) {
    const reader = createReader(candidate, options);
    const probe = await reader.probe();
    // A named reader whose door answers 200 with something else is a target that stores nothing: its checks fail.
    if (probe.door === 'open' || (name !== undefined && probe.door === 'strange')) return reader;
    tried.push(`${candidate}: ${probe.reason}`);
    await reader.close();
  }
  throw new NoDoorError(
    `no reader's door answers at ${options.url} (${tried.join('; ')}): start the reference server with --records, give the token of a Matomo, name another door with --reader and --reader-url, or judge answers only with --reader none`,
  );
}
