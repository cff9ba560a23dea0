import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editions, readGenerated } from './editions.ts';

const root = resolve(import.meta.dirname, '../..');

describe.each(editions)('OpenAPI description of $name', (edition) => {
  const document = readGenerated(edition, 'openapi.json');

  it('breaks none of the recommended rules', () => {
    const command = join(root, 'node_modules/@redocly/cli/bin/cli.js');
    const args = ['lint', '--extends=recommended', '--format=json', `${edition.folder}/openapi.json`];
    // The linter asks its registry for a newer self and counts its use, unless told not to.
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', CI: 'true' };
    const out = execFileSync(process.execPath, [command, ...args], {
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const problems: { ruleId: string; location: { pointer: string }[] }[] = JSON.parse(out).problems;
    // A redirect has no other good answer than the address to go on to.
    const redirects = problems.filter(({ ruleId }) => ruleId === 'operation-2xx-response');
    expect(problems.filter((problem) => !redirects.includes(problem))).toEqual([]);
    for (const { pointer } of redirects.flatMap(({ location }) => location)) {
      expect(pointer).toBe('#/paths/~1r~1tp2/get/responses');
    }
  });

  it('has a path for each route, and every parameter in it', () => {
    expect(Object.keys(document.paths)).toEqual(edition.facts.routes.map(({ path }) => `/${path}`));
    const names = Object.keys(edition.facts.parameters);
    for (const path of Object.values<{ get: { parameters: { $ref: string }[] } }>(document.paths)) {
      const listed = path.get.parameters.map(({ $ref }) => $ref);
      expect(listed).toEqual(names.map((name) => `#/components/parameters/${name}`));
    }
    expect(Object.keys(document.components.parameters)).toEqual(names);
  });
});
