import type { OutgoingRequest } from '../model.ts';

/** The names of parameters in a request: of its query, and of a body that is a form or JSON with queries in it. */
export function namesSent({ query, body }: OutgoingRequest): Set<string> {
  const names = new Set<string>();
  addQuery(query, names);
  if (body !== undefined) addBody(body, names);
  return names;
}

function addQuery(query: string, names: Set<string>): void {
  for (const pair of query.split('&')) {
    const [name = ''] = pair.split('=', 1);
    if (name !== '') names.add(name);
  }
}

function addBody(body: string, names: Set<string>): void {
  if (!/^\s*[[{]/.test(body)) {
    addQuery(body, names);
    return;
  }
  try {
    addJson(JSON.parse(body), names);
  } catch {
    // Sent broken on purpose: nobody can tell what was named in it.
  }
}

/** Entries of a bulk request are queries, perhaps behind an address, or objects with a key for each parameter. */
function addJson(value: unknown, names: Set<string>): void {
  if (typeof value === 'string' && value.includes('=')) addQuery(value.slice(value.indexOf('?') + 1), names);
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) for (const name of Object.keys(value)) names.add(name);
  for (const item of Object.values(value)) addJson(item, names);
}
