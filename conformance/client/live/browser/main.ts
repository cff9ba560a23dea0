/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { LiveRequest } from '../event.ts';
import { showDetails } from './details.ts';
import { matches, verdictOf } from './filter.ts';
import { rowOf } from './row.ts';

/** Requests the page keeps; the oldest go first. */
const kept = 1000;

const requests = new Map<number, LiveRequest>();
let chosen: number | undefined;

function element<Kind extends HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

const rows = element<HTMLTableSectionElement>('rows');
const words = element<HTMLInputElement>('words');
const verdict = element<HTMLSelectElement>('verdict');

function choose(id: number): void {
  chosen = id;
  for (const row of rows.rows) row.setAttribute('aria-selected', String(row.dataset.id === String(id)));
  const request = requests.get(id);
  if (request) showDetails(element('details'), request);
}

function place(request: LiveRequest): void {
  const row = rowOf(request, choose);
  row.hidden = !matches(request, verdict.value, words.value);
  row.setAttribute('aria-selected', String(request.id === chosen));
  const old = rows.querySelector(`tr[data-id="${request.id}"]`);
  if (old) old.replaceWith(row);
  else rows.append(row);
  if (request.id === chosen) showDetails(element('details'), request);
}

function add(request: LiveRequest): void {
  requests.set(request.id, request);
  if (requests.size > kept) {
    const [oldest] = requests.keys();
    requests.delete(oldest as number);
    rows.querySelector(`tr[data-id="${oldest}"]`)?.remove();
  }
  place(request);
  tell();
  const list = element('list');
  if (element<HTMLInputElement>('follow').checked) list.scrollTop = list.scrollHeight;
}

function tell(): void {
  const all = [...requests.values()];
  const of = (name: string) => all.filter((request) => verdictOf(request) === name).length;
  const shown = [...rows.rows].filter((row) => !row.hidden).length;
  element('counts').textContent =
    `${all.length} requests, ${shown} shown: ${of('violation')} with violations, ${of('warning')} with warnings, ${of('conformant')} conformant`;
  element('empty').hidden = all.length > 0;
}

function filterAll(): void {
  for (const row of rows.rows) {
    const request = requests.get(Number(row.dataset.id));
    row.hidden = !request || !matches(request, verdict.value, words.value);
  }
  tell();
}

function clear(): void {
  requests.clear();
  rows.replaceChildren();
  tell();
}

words.addEventListener('input', filterAll);
verdict.addEventListener('change', filterAll);
element('clear').addEventListener('click', clear);

const events = new EventSource('/live/events');
// On each connection the server tells what it keeps: what is shown begins anew.
events.addEventListener('start', clear);
events.addEventListener('message', ({ data }) => add(JSON.parse(data)));
events.addEventListener('open', () => {
  element('connection').textContent = 'listening';
});
events.addEventListener('error', () => {
  element('connection').textContent = 'disconnected, trying again';
});
tell();
