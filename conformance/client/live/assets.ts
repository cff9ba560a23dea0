import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { html } from './page.ts';
import { css } from './style.ts';

export interface Asset {
  type: string;
  text: string;
}

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" fill="#0a7d5a"/></svg>';

/** A file of the live page by its path; undefined when there is none. */
export function asset(path: string): Asset | undefined {
  if (path === '/') return { type: 'text/html; charset=utf-8', text: html };
  if (path === '/live/style.css') return { type: 'text/css; charset=utf-8', text: css };
  if (path === '/favicon.ico') return { type: 'image/svg+xml', text: icon };
  const name = /^\/live\/([a-z-]+)\.[jt]s$/.exec(path)?.[1];
  return name === undefined ? undefined : script(name);
}

/**
 * A module of the page. In the repository it is TypeScript, whose types are taken out as Node does for itself; in the
 * package it was compiled, like this file.
 */
function script(name: string): Asset | undefined {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const file = new URL(`./browser/${name}.${extension}`, import.meta.url);
  if (!existsSync(file)) return undefined;
  const source = readFileSync(file, 'utf8');
  return { type: 'text/javascript; charset=utf-8', text: extension === 'ts' ? stripTypeScriptTypes(source) : source };
}
