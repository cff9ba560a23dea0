import type { Trace } from '../generated/model.ts';
import { trace as piwik } from '../generated/piwik/2.0/trace.ts';
import { trace as snowplow } from '../generated/snowplow/2014-01/trace.ts';

/** One clause of a source document and where the spec holds it. */
export interface TracedClause {
  clause: string;
  traced: string;
}

/** Every clause of both documents, in their order. */
export function traces(): TracedClause[] {
  return Object.entries({ ...piwik, ...snowplow })
    .map(([clause, where]) => ({ clause, traced: written(where) }))
    .sort((a, b) => a.clause.localeCompare(b.clause));
}

function written(where: Trace): string {
  return Object.entries(where)
    .map(([kind, ids]) => `${kind} ${Array.isArray(ids) ? ids.join(', ') : ids}`)
    .join('; ');
}
