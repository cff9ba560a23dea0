import type { LiveRequest } from '../event.ts';

/** The worst that was found; `none` when the request carries no hit. */
export function verdictOf({ judged }: LiveRequest): 'violation' | 'warning' | 'conformant' | 'none' {
  if (judged.hits.length === 0) return 'none';
  const found = judged.hits.flatMap(({ findings }) => findings.map(({ finding }) => finding));
  if (found.includes('violation')) return 'violation';
  return found.includes('warning') ? 'warning' : 'conformant';
}

/** Whether a request is shown under this choice of verdict and these words, of which each must stand in it. */
export function matches(request: LiveRequest, verdict: string, words: string): boolean {
  const own = verdictOf(request);
  const chosen = verdict === 'all' || own === verdict || (verdict === 'warning' && own === 'violation');
  if (!chosen) return false;
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const text = textOf(request).toLowerCase();
  return wanted.every((word) => text.includes(word));
}

function textOf({ method, path, address, hits, judged }: LiveRequest): string {
  const pairs = hits.flatMap((hit) => hit.pairs.map(({ name, value }) => `${name}=${value}`));
  const findings = judged.hits.flatMap((hit) =>
    hit.findings.map(({ requirement, message }) => `${requirement} ${message}`),
  );
  return [method, path, address, ...pairs, ...findings].join('\n');
}
