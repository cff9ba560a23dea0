/** Documents that are sent to be settings: judged as the configuration file is. */
import type { Config } from '../../generated/files/config.ts';
import { validateConfig } from '../../generated/files/validate-config.ts';
import { checkConfig } from './check.ts';

/** A document that cannot be a setting; the message says why. */
export class Unusable extends Error {
  override name = 'Unusable';
}

export function readDocument(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch (error) {
    throw new Unusable(`the body is no JSON: ${(error as Error).message}`);
  }
}

/** Throws {@link Unusable} when a configuration with these settings would be refused. */
export function judged(config: unknown): Config {
  const faults = validateConfig(config);
  if (faults.length > 0) throw new Unusable(faults.map(({ path, message }) => `${path} ${message}`).join('; '));
  try {
    checkConfig(config as Config);
  } catch (error) {
    throw new Unusable((error as Error).message);
  }
  return config as Config;
}
