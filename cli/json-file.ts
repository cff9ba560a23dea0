import { readFile } from 'node:fs/promises';
import type { FileFault } from '../generated/model.ts';
import { UsageError } from './exit.ts';

/**
 * Reads a JSON file that a person wrote.
 *
 * @param option the option that named it, for the message
 * @param validate the generated validator of its schema
 * @throws UsageError when it cannot be read, is no JSON, or breaks its schema: with every fault and its path
 */
export async function readJsonFile<T>(
  option: string,
  file: string,
  validate: (value: unknown) => FileFault[],
): Promise<T> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${option} ${file}: ${(error as Error).message}`);
  }
  const faults = validate(value);
  if (faults.length > 0) {
    throw new UsageError(`${option} ${file}: ${faults.map(({ path, message }) => `${path} ${message}`).join('; ')}`);
  }
  return value as T;
}
