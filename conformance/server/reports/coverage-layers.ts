import type { CoveredItem, ProtocolCoverage } from '../../../generated/files/report.ts';

/** One layer of a protocol's coverage, as every report tells it. */
export interface Layer {
  /** `value classes` */
  name: string;
  items: readonly CoveredItem[];
  reached: number;
  /** What no case reached, by reason. */
  unreached: readonly { reason: string; ids: readonly string[] }[];
}

const names = {
  requirements: 'requirements',
  parameters: 'parameters',
  valueClasses: 'value classes',
  ruleBranches: 'rule branches',
} as const satisfies Partial<Record<keyof ProtocolCoverage, string>>;

export function layersOf(coverage: ProtocolCoverage): Layer[] {
  return (Object.keys(names) as (keyof typeof names)[]).map((key) => {
    const items = coverage[key];
    const left = items.filter(({ cases }) => cases === 0);
    const byReason = Map.groupBy(left, ({ reason = 'for no reason that was told' }) => reason);
    return {
      name: names[key],
      items,
      reached: items.length - left.length,
      unreached: [...byReason].map(([reason, own]) => ({ reason, ids: own.map(({ id }) => id) })),
    };
  });
}

const one: Readonly<Record<string, string>> = {
  requirements: 'requirement',
  parameters: 'parameter',
  'value classes': 'value class',
  'rule branches': 'rule branch',
};

/** `1 value class`, `2 value classes` */
export function countOf(count: number, layer: string): string {
  return `${count} ${count === 1 ? (one[layer] ?? layer) : layer}`;
}

/** `requirements 364/398, parameters 70/71, …` */
export function coverageLine(coverage: ProtocolCoverage): string {
  const told = layersOf(coverage).map(({ name, reached, items }) => `${name} ${reached}/${items.length}`);
  return `${told.join(', ')}${coverage.whole ? '' : ', of the part that was asked for'}`;
}
