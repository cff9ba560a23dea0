#!/usr/bin/env node
import { existsSync } from 'node:fs';
import './node-version.js';

// The package holds only what was built; in the repository the source is there and must win over a stale build.
const source = new URL('../main.ts', import.meta.url);
const { main } = await import(
  existsSync(source) ? source.href : new URL('../../dist/cli/main.js', import.meta.url).href
);
await main(process.argv);
