/**
 * Loaded before all else (`node --import`): files of the reference server come from a folder of instrumented ones,
 * where it has them; StrykerJS's own variable tells which mutant is switched on. All else, the suite above all, is
 * what it always is.
 */
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from './semantics.ts';

/** Names the folder of instrumented files. */
export const folderVariable = 'BEACONFORM_INSTRUMENTED';

/** Set, nothing is remembered: what a case runs through must not depend on the cases before it. */
export const forgetfulVariable = 'BEACONFORM_FORGETFUL';

const memory = join(root, 'reference-server/memory.ts');
const forgetful = `
  export const remembering = (_size, find) => find;
  export const rememberingOf = (make) => make;
`;

const folder = process.env[folderVariable];

if (folder !== undefined)
  registerHooks({
    load(url, context, next) {
      if (process.env[forgetfulVariable] !== undefined && url === pathToFileURL(memory).href)
        return { format: 'module', source: forgetful, shortCircuit: true };
      const file = url.startsWith('file:') ? join(folder, relative(root, fileURLToPath(url))) : '';
      if (!file.endsWith('.ts') || !existsSync(file)) return next(url, context);
      return { format: 'module-typescript', source: readFileSync(file, 'utf8'), shortCircuit: true };
    },
  });
