/// <reference lib="dom" />
import type { LiveRequest } from '../event.ts';
import { verdictOf } from './filter.ts';

/** One line of the table. What clients sent is set as text and never as markup. */
export function rowOf(request: LiveRequest, choose: (id: number) => void): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.dataset.id = String(request.id);
  row.tabIndex = 0;
  const verdict = verdictOf(request);
  row.append(
    cell(String(request.id)),
    cell(request.time.slice(11, 23)),
    cell(`${request.method} ${request.path}`),
    cell(whatOf(request)),
    cell(wordOf(request), verdict),
  );
  row.addEventListener('click', () => choose(request.id));
  row.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') choose(request.id);
  });
  return row;
}

function cell(text: string, name?: string): HTMLTableCellElement {
  const made = document.createElement('td');
  made.textContent = text;
  if (name) made.className = name;
  return made;
}

/** What most tells a hit from others: its kind, then its title or address. */
const telling = [
  'e',
  'e_c',
  'e_a',
  'search',
  'download',
  'link',
  'idgoal',
  'se_ca',
  'se_ac',
  'action_name',
  'page',
  'url',
];

function whatOf({ hits, judged }: LiveRequest): string {
  if (judged.reason) return judged.reason;
  const [first] = hits;
  const values = new Map(first?.pairs.map(({ name, value }) => [name, value]));
  const named = telling.filter((name) => values.get(name)).slice(0, 3);
  const text = named.map((name) => `${name}=${values.get(name)}`.slice(0, 80)).join('  ');
  return hits.length > 1 ? `${hits.length} hits: ${text}` : text;
}

function wordOf(request: LiveRequest): string {
  const findings = request.judged.hits.flatMap((hit) => hit.findings);
  const count = (verdict: string) => findings.filter(({ finding }) => finding === verdict).length;
  const [violations, warnings] = [count('violation'), count('warning')];
  if (request.judged.hits.length === 0) return 'no hit';
  if (violations + warnings === 0) return 'conformant';
  return [violations ? plural(violations, 'violation') : '', warnings ? plural(warnings, 'warning') : '']
    .filter(Boolean)
    .join(', ');
}

function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
