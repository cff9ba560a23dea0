import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts, Trace } from '../model.ts';
import type { Problems } from '../problems.ts';
import type { ProtocolSpec } from '../read/spec.ts';

/** Clause ids of a protocol's sources to where the spec keeps them, sorted by id. */
export function tracesOf({ traces }: ProtocolSpec): Record<string, Trace> {
  const entries = traces.flatMap(({ content: { section, clauses } }) =>
    Object.entries(clauses).map(([clause, trace]): [string, Trace] => [clause, { section, ...trace }]),
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Reports clauses traced twice, and traces that lead nowhere; `versions` are the facts of all the protocol's versions. */
export function checkTraces(root: string, spec: ProtocolSpec, versions: readonly Facts[], problems: Problems): void {
  const seen = new Map<string, string>();
  for (const { path, content } of spec.traces) {
    for (const [clause, { requirements, ledger, fact }] of Object.entries(content.clauses)) {
      const first = seen.get(clause);
      if (first !== undefined) problems.add(path, `traces ${clause}, as ${first} does`, 'Trace each clause once.');
      seen.set(clause, path);
      const report = (what: string): void =>
        problems.add(path, `traces ${clause} to ${what}, which does not exist`, 'Name one that the spec holds.');
      for (const id of requirements ?? []) {
        if (!versions.some((facts) => id in facts.requirements)) report(`the requirement "${id}"`);
      }
      if (ledger !== undefined && !versions.some((facts) => ledger in facts.ledger)) {
        report(`the ledger entry "${ledger}"`);
      }
      if (fact !== undefined && !factExists(root, fact)) report(`the fact "${fact}"`);
    }
  }
}

/** True when the file is there and its JSON pointer, if any, leads to a value. */
function factExists(root: string, fact: string): boolean {
  const [path = '', pointer = ''] = fact.split('#');
  if (!path.startsWith('spec/') || !existsSync(join(root, path))) return false;
  let value = parse(readFileSync(join(root, path), 'utf8'));
  for (const key of pointer.split('/').slice(1)) {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
    value = (value as Record<string, unknown>)[name];
  }
  return true;
}

/** A file that is no JSON is reported where it is read; here it merely holds nothing. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
