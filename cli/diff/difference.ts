import type { Facts } from '../../generated/model.ts';
import { breaking } from './breaking.ts';
import { columnsBetween } from './columns.ts';
import { endpointsBetween } from './endpoints.ts';
import type { Difference } from './model.ts';
import { parametersBetween } from './parameters.ts';
import { requirementsBetween } from './requirements.ts';

/** What differs between two versions of one protocol, and what of it breaks a client. */
export function differenceOf(from: Facts, to: Facts): Difference {
  return {
    protocol: from.protocol,
    from: from.version,
    to: to.version,
    endpoints: endpointsBetween(from, to),
    parameters: parametersBetween(from, to),
    columns: columnsBetween(from, to),
    requirements: requirementsBetween(from, to),
    breaking: breaking(from, to),
  };
}
