/** Finds providers and plugins: every file of a folder is one, and none is registered anywhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { validateSearchEngines } from '../../../generated/files/validate-search-engines.ts';
import type { PiwikFiles } from '../../settings/settings.ts';
import type { LocationProvider } from '../geolocation.ts';
import type { SearchEngine } from '../search-engine.ts';
import { searchEngines } from '../search-engines.ts';
import { checkColumns } from './columns.ts';
import type { Plugin } from './plugin.ts';

/** What a file of a folder may export. */
interface Extending {
  provider?: LocationProvider;
  plugin?: Plugin;
}

export interface Loaded {
  providers: ReadonlyMap<string, LocationProvider>;
  plugins: readonly Plugin[];
  searchEngines: readonly SearchEngine[];
}

/** Throws, with the file's name, when one cannot be read or is not what it must be. */
export async function loadExtension(files: PiwikFiles): Promise<Loaded> {
  const own = await modulesOf(join(import.meta.dirname, '..', 'providers'));
  const further = files.plugins === undefined ? [] : await modulesOf(resolve(files.plugins));
  const modules = [...own, ...further];
  const plugins = modules.flatMap(({ plugin }) => (plugin === undefined ? [] : [plugin]));
  checkColumns(plugins);
  const providers = modules.flatMap(({ provider }) => (provider === undefined ? [] : [provider]));
  return {
    providers: new Map(providers.map((provider) => [provider.id, provider])),
    plugins,
    searchEngines: files.search_engines === undefined ? searchEngines : readSearchEngines(files.search_engines),
  };
}

const moduleFile = /(?<!\.d)\.(?:ts|js|mjs)$/;

async function modulesOf(folder: string): Promise<Extending[]> {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => moduleFile.test(name));
  } catch (error) {
    throw new Error(`cannot read the folder of plugins ${folder}: ${(error as Error).message}`, { cause: error });
  }
  return Promise.all(names.sort().map((name) => moduleOf(join(folder, name))));
}

async function moduleOf(file: string): Promise<Extending> {
  let module: Extending;
  try {
    module = (await import(pathToFileURL(file).href)) as Extending;
  } catch (error) {
    throw new Error(`cannot load the plugin ${file}: ${(error as Error).message}`, { cause: error });
  }
  const named = typeof module.plugin?.name === 'string' || typeof module.provider?.id === 'string';
  if (!named) throw new Error(`${file} exports neither a plugin with a name nor a provider with an id; export one`);
  return module;
}

/** The table of a file, in place of our own. */
export function readSearchEngines(file: string): readonly SearchEngine[] {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`cannot read the search engines ${file}: ${(error as Error).message}`, { cause: error });
  }
  const [fault] = validateSearchEngines(document);
  if (fault !== undefined) throw new Error(`the search engines ${file} cannot be used: ${fault.path} ${fault.message}`);
  return (document as { engines: SearchEngine[] }).engines;
}
