/** The filter that a POST to /micro/good or /micro/bad may carry. */
import { BadRequest } from '../http/answers.ts';
import type { TrackerRequest } from '../model.ts';

export interface Filter {
  event_type?: string;
  schema?: string;
  contexts?: string[];
  vendor?: string;
  version?: string;
  /** So many of the newest. */
  limit?: number;
}

/** Members Micro does not know are ignored; throws {@link BadRequest} 400 for one of another type. */
export function readFilter({ method, body }: TrackerRequest): Filter {
  if (method !== 'POST' || body.length === 0) return {};
  let filter: Filter;
  try {
    filter = JSON.parse(Buffer.from(body).toString('utf8')) as Filter;
  } catch {
    throw new BadRequest(400, 'The body is no JSON; send a filter such as {"event_type": "page_view", "limit": 10}.');
  }
  if (filter === null || typeof filter !== 'object' || Array.isArray(filter))
    throw new BadRequest(400, 'The body is no JSON object; send a filter such as {"limit": 10}.');
  check(filter);
  return filter;
}

function check(filter: Filter): void {
  const { contexts, limit } = filter;
  for (const name of ['event_type', 'schema', 'vendor', 'version'] as const) {
    if (filter[name] != null && typeof filter[name] !== 'string') throw wrong(name, 'a text');
  }
  if (contexts != null && !(Array.isArray(contexts) && contexts.every((context) => typeof context === 'string')))
    throw wrong('contexts', 'a list of texts');
  if (limit != null && !(Number.isInteger(limit) && limit >= 0)) throw wrong('limit', 'a whole number');
}

function wrong(name: string, expected: string): BadRequest {
  return new BadRequest(400, `${name} of the filter is no ${expected.replace(/^an? /, '')}; give ${expected}.`);
}
