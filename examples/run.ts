/** `npm run examples`: packs the package, installs it into a copy of each example, and runs its tests. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'beaconform-examples-'));

function run(cwd: string, ...args: string[]): boolean {
  process.stdout.write(`\n== ${basename(cwd)}: npm ${args.join(' ')}\n`);
  return spawnSync('npm', args, { cwd, stdio: 'inherit' }).status === 0;
}

const failed: string[] = [];
try {
  cpSync(join(root, 'examples'), join(folder, 'examples'), {
    recursive: true,
    filter: (path) => basename(path) !== 'node_modules',
  });
  if (!run(root, 'pack', '--silent', '--pack-destination', folder)) failed.push('npm pack');
  for (const entry of readdirSync(join(folder, 'examples'), { withFileTypes: true })) {
    if (!entry.isDirectory() || failed.includes('npm pack')) continue;
    const example = join(folder, 'examples', entry.name);
    if (!run(example, 'install', '--silent') || !run(example, 'test', '--silent')) failed.push(entry.name);
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.stdout.write(failed.length > 0 ? `\nfailed: ${failed.join(', ')}\n` : '\nall examples passed\n');
process.exitCode = failed.length > 0 ? 1 : 0;
