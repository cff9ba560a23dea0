/** `npm run package`: the packed tarball, installed in an empty folder, runs the suite under each supported Node. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'beaconform-package-'));
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

function run(cwd: string, program: string, ...args: string[]): string {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Installs the tarball beside a Node of its own and runs `beaconform test` with it. */
function testUnder(node: string, tarball: string): string {
  const empty = mkdtempSync(join(folder, `node-${node}-`));
  writeFileSync(join(empty, 'package.json'), '{ "private": true }\n');
  run(empty, 'npm', 'install', ...quiet, tarball, `node@${node}`);
  const version = run(empty, join(empty, 'node_modules/.bin/node'), '--version').trim();
  const output = run(empty, 'npx', '--no', 'beaconform', 'test', '--runs', '5');
  return `Node ${version}: ${output.trim().split('\n').at(-1)}`;
}

try {
  run(root, 'npm', 'pack', ...quiet, '--pack-destination', folder);
  const tarball = join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '');
  for (const node of ['22', '24', '26']) process.stdout.write(`${testUnder(node, tarball)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
