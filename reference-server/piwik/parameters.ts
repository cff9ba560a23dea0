/** The parameters of one hit: names to values, read by type. A value of the wrong type counts as missing. */
import type { PlacedPair } from '../../wire/hits.ts';
import type { Forms } from './forms/forms.ts';

/** What a name was given: a text, a JSON number of a bulk object, or something that has no text (a list, an object). */
type Given = { kind: 'text' | 'number'; text: string } | { kind: 'other' };

/** Pairs behind these are not read: no client sends so many, and reading them would only cost time. */
const mostPairs = 1000;
const listMark = /[[.\s]/;

/** Reads the pairs of a hit. */
export function readParameters(pairs: readonly PlacedPair[], forms: Forms): Parameters {
  return new Parameters(pairs, forms);
}

export class Parameters {
  private readonly given = new Map<string, Given>();
  private readonly forms: Forms;

  /**
   * A name given more than once has its last value, but a pair of the query wins over one of the form body.
   * Piwik 2.0.3, section 0.1: names are case-sensitive.
   */
  constructor(pairs: readonly PlacedPair[], forms: Forms) {
    this.forms = forms;
    const fromQuery = new Set<string>();
    for (const pair of pairs.slice(0, mostPairs)) {
      const { name, given } = readPair(pair);
      if (pair.place === 'query') fromQuery.add(name);
      else if (fromQuery.has(name)) continue;
      this.given.set(name, given);
    }
  }

  /** How many different names were given. */
  get size(): number {
    return this.given.size;
  }

  /** The text without line breaks; undefined when it is missing, empty or no text. */
  text(name: string): string | undefined {
    const given = this.given.get(name);
    if (given?.kind !== 'text' || given.text === '') return undefined;
    return this.forms.text(given.text);
  }

  integer(name: string): number | undefined {
    const given = this.given.get(name);
    return given === undefined || given.kind === 'other' ? undefined : this.forms.integer(given.text);
  }

  /** A decimal in plain notation. */
  decimal(name: string): string | undefined {
    const given = this.given.get(name);
    return given === undefined || given.kind === 'other' ? undefined : this.forms.decimal(given.text);
  }

  /** A JSON document; undefined when it is missing or cannot be read. */
  json(name: string): unknown {
    const text = this.text(name);
    return text === undefined ? undefined : this.forms.json(text);
  }

  names(): Iterable<string> {
    return this.given.keys();
  }

  has(name: string): boolean {
    return this.given.has(name);
  }

  /** The same without some names. */
  without(names: ReadonlySet<string>): Parameters {
    const others = new Parameters([], this.forms);
    for (const [name, given] of this.given) if (!names.has(name)) others.given.set(name, given);
    return others;
  }
}

/**
 * `name[]=x` makes a list of `name`, which no parameter is; blanks and dots in a name stand for an underscore. Clients
 * of the time rely on neither, but a list must not be taken for a text.
 */
function readPair(pair: PlacedPair): { name: string; given: Given } {
  const given = readValue(pair);
  if (!listMark.test(pair.name)) return { name: pair.name, given };
  const bracket = pair.name.indexOf('[');
  if (bracket > 0 && pair.name.indexOf(']', bracket) > 0) {
    return { name: underscored(pair.name.slice(0, bracket)), given: { kind: 'other' } };
  }
  return { name: underscored(pair.name), given };
}

function underscored(name: string): string {
  return name.trimStart().replace(/[[.\s]/g, '_');
}

function readValue(pair: PlacedPair): Given {
  switch (pair.literal) {
    case undefined:
      return { kind: 'text', text: pair.latin1 ?? pair.value };
    case 'number':
      return { kind: 'number', text: pair.value };
    case 'boolean':
      return { kind: 'number', text: pair.value === 'true' ? '1' : '0' };
    case 'null':
      return { kind: 'text', text: '' };
    default:
      return { kind: 'other' };
  }
}
