import type { Facts, Parameter } from '../../generated/model.ts';
import type { Place, PlacedPair } from '../../wire/hits.ts';
import type { RecordedRequest } from './recorded.ts';

/** One hit as the rules look at it. */
export interface ReadHit {
  facts: Facts;
  request: RecordedRequest;
  /** In the order sent, repeated names and all. */
  pairs: readonly PlacedPair[];
  /** Decoded text of each parameter, as servers pick it from repeated names. */
  values: ReadonlyMap<string, string>;
  transport: 'single' | 'bulk';
  /** `token_auth` of a bulk body. */
  bodyToken?: string | undefined;
}

/** The query wins over a form body, and of one place the last of repeated names (ledger piwik.repeated-parameter). */
export function valuesOf(pairs: readonly PlacedPair[]): Map<string, string> {
  const values = new Map<string, string>();
  const places = new Map<string, Place>();
  for (const { name, value, place } of pairs) {
    if (place === 'form' && places.get(name) === 'query') continue;
    values.set(name, value);
    places.set(name, place);
  }
  return values;
}

/** The parameter of a name that came over the wire: names such as `constructor` are no parameters. */
export function parameterOf(facts: Facts, name: string): Parameter | undefined {
  return Object.hasOwn(facts.parameters, name) ? facts.parameters[name] : undefined;
}
