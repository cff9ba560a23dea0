/** The columns that hold the parts of an address, of the page (`page_url…`) or of the referrer (`refr_url…`). */
import type { RequirementId } from '../../../../generated/snowplow/2014-01/facts.ts';
import type { UrlParts } from '../../samples/url-parts.ts';
import { holds, mayHold } from './cells.ts';
import type { Columns } from './rows.ts';

type Side = 'page' | 'refr';

/** The parts that the address has. */
export function presentParts(side: Side, parts: UrlParts, requirement: RequirementId): Columns {
  const { scheme, host, port, path, query, fragment } = parts;
  const given = Object.entries({ scheme, host, port, path, query, fragment }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(given.map(([name, value]) => [`${side}_url${name}`, holds(value ?? null, requirement)]));
}

/** The parts that it does not have: NULL, but for the port, which then is that of the scheme. */
export function absentParts(side: Side, parts: UrlParts, requirement: RequirementId): Columns {
  const missing = (['path', 'query', 'fragment'] as const).filter((name) => parts[name] === undefined);
  const nulls = Object.fromEntries(missing.map((name) => [`${side}_url${name}`, holds(null, requirement)]));
  if (parts.port !== undefined) return nulls;
  const ofHttps = mayHold('snowplow.https-port', 80, { 443: 443 }, requirement);
  return { ...nulls, [`${side}_urlport`]: parts.scheme === 'https' ? ofHttps : holds(80, requirement) };
}
