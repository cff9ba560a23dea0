import { existsSync, readFileSync } from 'node:fs';

/** Folder of `package.json`, which lies one step further up when this file was built. */
export const packageRoot: URL = findRoot();

/** The version in `package.json`. */
export const version: string = (
  JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as { version: string }
).version;

function findRoot(): URL {
  const found = ['../', '../../']
    .map((path) => new URL(path, import.meta.url))
    .find((root) => existsSync(new URL('package.json', root)));
  if (!found) throw new Error('package.json is neither beside cli/ nor beside dist/: the installation is incomplete');
  return found;
}
