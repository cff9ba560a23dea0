/// <reference lib="dom" />
import type { LiveHit, LiveRequest } from '../event.ts';

type JudgedHit = LiveRequest['judged']['hits'][number];

/** Everything known of one request: findings first, then what was sent. */
export function showDetails(place: HTMLElement, request: LiveRequest): void {
  const { judged, hits, headers, body, method, path, address, time } = request;
  const several = judged.hits.length > 1;
  place.replaceChildren(
    heading(`Request ${request.id}`),
    table([
      ['request', `${method} ${path}`],
      ['from', address],
      ['at', time],
    ]),
    ...(judged.reason ? [paragraph(judged.reason)] : []),
    ...judged.hits.flatMap((hit, at) => [
      heading(
        `${several ? `Hit ${at}: ` : ''}${hit.protocol} ${hit.version}, ${hit.conformant ? 'conformant' : 'violating'}`,
      ),
      findings(hit),
      ...parameters(hits[at]),
    ]),
    heading('Headers'),
    table(Object.entries(headers)),
    ...(body ? [heading('Body'), preformatted(body)] : []),
  );
}

function findings({ findings: found }: JudgedHit): HTMLElement {
  if (found.length === 0) return paragraph('Nothing was found.');
  const order = ['violation', 'warning', 'information'];
  const list = document.createElement('ul');
  for (const { finding, requirement, message } of [...found].sort(
    (a, b) => order.indexOf(a.finding) - order.indexOf(b.finding),
  )) {
    const item = document.createElement('li');
    const word = document.createElement('span');
    word.className = finding;
    word.textContent = finding;
    const id = document.createElement('code');
    id.textContent = requirement ?? '';
    item.append(word, ' ', id, document.createElement('br'), message);
    list.append(item);
  }
  return list;
}

function parameters(hit: LiveHit | undefined): HTMLElement[] {
  return hit && hit.pairs.length > 0
    ? [heading('Parameters'), table(hit.pairs.map(({ name, value }) => [name, value]))]
    : [];
}

function table(entries: readonly (readonly [string, string])[]): HTMLElement {
  const made = document.createElement('table');
  for (const [name, value] of entries) {
    const row = made.insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = name;
    const cell = document.createElement('td');
    cell.className = 'value';
    cell.textContent = value;
    row.append(head, cell);
  }
  return made;
}

function heading(text: string): HTMLElement {
  const made = document.createElement('h2');
  made.textContent = text;
  return made;
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

function preformatted(text: string): HTMLElement {
  const made = document.createElement('pre');
  made.textContent = text;
  return made;
}
