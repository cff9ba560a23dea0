import { type CheckSummary, count } from './check.ts';
import type { Finding, JudgedRequest } from './finding.ts';
import { printable } from './printable.ts';

/** Findings of one requirement that are printed in full; the others are counted. */
const printedInFull = 5;
/** Kinds of findings, and reasons, that are told apart. */
const kindsKept = 1000;

interface Kind {
  count: number;
  first: string;
}

/** What a check prints: violations and warnings as they come, and at the end how often each came. */
export class TextReport {
  readonly summary: CheckSummary = { requests: 0, hits: 0, conformant: 0, violating: 0 };
  readonly #kinds = new Map<string, Kind>();
  readonly #reasons = new Map<string, number>();
  readonly #versions = new Map<string, number>();

  /** Counts requests and returns the lines to print about them. */
  add(requests: readonly JudgedRequest[]): string[] {
    const lines: string[] = [];
    for (const request of requests) {
      count(this.summary, request);
      if (request.reason) raise(this.#reasons, request.reason);
      request.hits.forEach((hit, number) => {
        raise(this.#versions, `${hit.protocol} ${hit.version}`);
        const place = request.hits.length > 1 ? `${request.index}.${number}` : `${request.index}`;
        for (const finding of hit.findings) lines.push(...this.#line(place, finding));
      });
    }
    return lines;
  }

  #line(place: string, { finding, requirement, parameter, message }: Finding): string[] {
    if (finding === 'information') return [];
    const name = `${finding} ${requirement ?? parameter ?? ''}`;
    const kind = this.#kinds.get(name) ?? { count: 0, first: place };
    if (kind.count > 0 || this.#kinds.size < kindsKept) this.#kinds.set(name, kind);
    kind.count += 1;
    return kind.count > printedInFull ? [] : [`${place} ${finding} ${requirement ?? ''} ${printable(message)}`];
  }

  /** The lines after the last request. */
  closing(notes: readonly string[]): string[] {
    const { requests, hits, conformant, violating } = this.summary;
    const kinds = [...this.#kinds].sort(([, a], [, b]) => b.count - a.count);
    const without = [...this.#reasons].sort(([, a], [, b]) => b - a);
    const versions = [...this.#versions].map(([name, number]) => `${name} (${number} hits)`);
    return [
      ...kinds.map(([name, kind]) => `${String(kind.count).padStart(7)} × ${printable(name)}, first in ${kind.first}`),
      ...without
        .slice(0, printedInFull)
        .map(([reason, number]) => `${number} requests without a hit: ${printable(reason)}`),
      ...(without.length > printedInFull ? [`and ${without.length - printedInFull} more reasons: see the report`] : []),
      ...notes.map(printable),
      ...(versions.length > 0 ? [`judged as ${versions.join(', ')}`] : []),
      `${requests} requests, ${hits} hits: ${conformant} conformant, ${violating} violating`,
    ];
  }
}

function raise(counts: Map<string, number>, name: string): void {
  const before = counts.get(name);
  if (before !== undefined || counts.size < kindsKept) counts.set(name, (before ?? 0) + 1);
}
