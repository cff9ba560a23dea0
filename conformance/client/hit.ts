import type { Facts, Parameter } from '../../generated/model.ts';
import type { Hits, PlacedPair } from '../../wire/hits.ts';
import type { RecordedRequest } from './recorded.ts';

/** One parameter of a hit: its decoded text, and what the spec says of its name when it knows it. */
export interface Sent {
  name: string;
  text: string;
  parameter: Parameter | undefined;
}

/** One hit as the rules look at it. */
export interface ReadHit {
  facts: Facts;
  request: RecordedRequest;
  /** In the order sent, repeated names and all. */
  pairs: readonly PlacedPair[];
  /** Decoded text of each parameter, as servers pick it from repeated names. */
  values: ReadonlyMap<string, string>;
  /** The same with what the spec says of each. */
  sent: readonly Sent[];
  transport: Hits['transport'];
  /** Set for an entry of a bulk body that is a text without a question mark. */
  unmarked?: boolean | undefined;
  /** `token_auth` of a bulk body. */
  bodyToken?: string | undefined;
}

/** The query wins over a body, and of one place the last of repeated names (ledger piwik.repeated-parameter). */
export function valuesOf(pairs: readonly PlacedPair[]): Map<string, string> {
  const values = new Map<string, string>();
  const inQuery = pairs.some(({ place }) => place !== 'query')
    ? new Set(pairs.filter(({ place }) => place === 'query').map(({ name }) => name))
    : undefined;
  for (const { name, value, place } of pairs) {
    if (place === 'query' || !inQuery?.has(name)) values.set(name, value);
  }
  return values;
}

/** Each value with its parameter. */
export function sentOf(facts: Facts, values: ReadonlyMap<string, string>): Sent[] {
  const sent: Sent[] = [];
  for (const [name, text] of values) sent.push({ name, text, parameter: parameterNamed(facts, name) });
  return sent;
}

/** The parameter a name on the wire means, be it one of a family such as `dimension7`. */
export function parameterNamed(facts: Facts, name: string): Parameter | undefined {
  return parametersOf(facts).get(name) ?? familiesOf(facts).find(({ names }) => names.test(name))?.parameter;
}

interface Family {
  names: RegExp;
  parameter: Parameter;
}

const familiesByFacts = new WeakMap<Facts, readonly Family[]>();

function familiesOf(facts: Facts): readonly Family[] {
  let families = familiesByFacts.get(facts);
  if (!families) {
    families = Object.values(facts.parameters).flatMap((parameter) =>
      parameter.names === undefined ? [] : [{ names: new RegExp(parameter.names, 'u'), parameter }],
    );
    familiesByFacts.set(facts, families);
  }
  return families;
}

const parametersByName = new WeakMap<Facts, ReadonlyMap<string, Parameter>>();

/** As a map: names come over the wire, and `constructor` is no parameter. */
export function parametersOf(facts: Facts): ReadonlyMap<string, Parameter> {
  let known = parametersByName.get(facts);
  if (!known) {
    known = new Map(Object.entries(facts.parameters));
    parametersByName.set(facts, known);
  }
  return known;
}
