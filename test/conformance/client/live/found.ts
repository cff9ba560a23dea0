import type { JudgedRequest } from '../../../../conformance/client/finding.ts';

/** Violations and warnings of these requests, as lines that say all about them. */
export function faultsOf(judged: readonly JudgedRequest[]): string[] {
  return judged.flatMap(({ hits }) =>
    hits.flatMap(({ findings }) =>
      findings
        .filter(({ finding }) => finding !== 'information')
        .map(({ finding, requirement, message }) => `${finding} ${requirement} ${message}`),
    ),
  );
}

/** Versions by which the hits were judged, each once. */
export function versionsOf(judged: readonly JudgedRequest[]): string[] {
  return [
    ...new Set(judged.flatMap(({ hits }) => hits.map(({ protocol, version }) => `${protocol} ${version}`))),
  ].sort();
}
