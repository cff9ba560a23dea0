import { readFileSync } from 'node:fs';

/**
 * The text of files of `codegen/client/` and of those they import, each once, as part of one file: what another file
 * imported stands above it, so the imports go; functions are exported no longer, types are.
 */
export function clientRuntime(files: readonly string[]): string {
  const texts = new Map<string, string>();
  const add = (file: string): void => {
    if (texts.has(file)) return;
    const text = readFileSync(new URL(`../client/${file}.ts`, import.meta.url), 'utf8');
    for (const [, imported = ''] of text.matchAll(/ from '\.\/([a-z0-9-]+)\.ts';/g)) add(imported);
    texts.set(file, text);
  };
  for (const file of files) add(file);
  return [...texts.values()].map(asPart).join('\n');
}

function asPart(text: string): string {
  return text
    .replace(/^import .*;\n/gm, '')
    .replace(/^export (async function|function|const) /gm, '$1 ')
    .trimStart();
}
