import type { Facts } from '../../generated/model.ts';

export type Line = readonly [label: string, text: string];

/** What is known of one id. */
export interface Explanation {
  id: string;
  kind: 'requirement' | 'check' | 'parameter' | 'ledger' | 'fault';
  /** `piwik 2.0`: those of which all of it holds. */
  versions: string[];
  lines: readonly Line[];
}

export function versionOf({ protocol, version }: Facts): string[] {
  return [`${protocol} ${version}`];
}

/** A line when there is something to tell. */
export function told(label: string, texts: readonly string[]): Line[] {
  return texts.length === 0 ? [] : [[label, texts.join(', ')]];
}

/** What several versions say alike is said once. */
export function merged(explanations: readonly Explanation[]): Explanation[] {
  const found = new Map<string, Explanation>();
  for (const explanation of explanations) {
    // The example names the end point, which differs where nothing else does.
    const same = explanation.lines.filter(([label]) => label !== 'example');
    const key = JSON.stringify([explanation.kind, same]);
    const first = found.get(key);
    if (first) first.versions.push(...explanation.versions);
    else found.set(key, explanation);
  }
  return [...found.values()];
}

/** Every line of a text that has several stands below the others. */
export function asText({ id, kind, versions, lines: own }: Explanation): string {
  const lines: Line[] = [['versions', versions.join(', ')], ...own];
  const told = lines.map(([label, text]) => `  ${label.padEnd(12)} ${text.replaceAll('\n', `\n${' '.repeat(15)}`)}\n`);
  return `${id} (${kind})\n${told.join('')}`;
}

export function asJson({ id, kind, versions, lines }: Explanation): Record<string, string | string[]> {
  const entries: Record<string, string | string[]> = { id, kind, versions };
  for (const [label, value] of lines) {
    const earlier = entries[label];
    entries[label] = earlier === undefined ? value : [earlier, value].flat();
  }
  return entries;
}
