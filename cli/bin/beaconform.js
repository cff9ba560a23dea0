#!/usr/bin/env node
import { existsSync } from 'node:fs';
import './node-version.js';

const built = new URL('../../dist/cli/main.js', import.meta.url);
const { main } = await import(existsSync(built) ? built.href : new URL('../main.ts', import.meta.url).href);
await main(process.argv);
