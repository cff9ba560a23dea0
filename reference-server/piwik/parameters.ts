/** The parameters of one hit: names to values, read by type. A value of the wrong type counts as missing. */
import type { PlacedPair } from '../../wire/hits.ts';
import type { Forms } from './forms/forms.ts';

/** Pairs behind these are not read: no client sends so many, and reading them would only cost time. */
const mostPairs = 1000;
const listMark = /[[.\s]/;
/** The first part is the name of the list. */
const listName = /^([^[]+)\[.*\]/s;

/** Reads the pairs of a hit. */
export function readParameters(pairs: readonly PlacedPair[], forms: Forms): Parameters {
  return new Parameters(pairs, forms);
}

export class Parameters {
  private readonly pairs = new Map<string, PlacedPair>();
  private readonly forms: Forms;

  /**
   * A name given more than once has its last value, but a pair of the query wins over one of the form body.
   * Piwik 2.0.3, section 0.1: names are case-sensitive.
   */
  constructor(pairs: readonly PlacedPair[], forms: Forms) {
    this.forms = forms;
    const read = pairs.length > mostPairs ? pairs.slice(0, mostPairs) : pairs;
    for (const pair of read) {
      const named = listMark.test(pair.name) ? renamed(pair) : pair;
      if (pair.place === 'form' && this.pairs.get(named.name)?.place === 'query') continue;
      this.pairs.set(named.name, named);
    }
  }

  /** How many different names were given. */
  get size(): number {
    return this.pairs.size;
  }

  /** The text without line breaks; undefined when it is missing, empty or no text. */
  text(name: string): string | undefined {
    const pair = this.pairs.get(name);
    if (pair === undefined || pair.value === '' || pair.literal !== undefined) return undefined;
    return this.forms.text(pair.latin1 ?? pair.value);
  }

  integer(name: string): number | undefined {
    const text = this.numberText(name);
    return text === undefined ? undefined : this.forms.integer(text);
  }

  /** A decimal in plain notation. */
  decimal(name: string): string | undefined {
    const text = this.numberText(name);
    return text === undefined ? undefined : this.forms.decimal(text);
  }

  /** A JSON document; undefined when it is missing or cannot be read. */
  json(name: string): unknown {
    const text = this.text(name);
    return text === undefined ? undefined : this.forms.json(text);
  }

  names(): Iterable<string> {
    return this.pairs.keys();
  }

  has(name: string): boolean {
    return this.pairs.has(name);
  }

  /** The same without some names. */
  without(names: ReadonlySet<string>): Parameters {
    return new Parameters(
      [...this.pairs.values()].filter(({ name }) => !names.has(name)),
      this.forms,
    );
  }

  /** A number may be a text, or a number or truth value of a bulk object. */
  private numberText(name: string): string | undefined {
    const pair = this.pairs.get(name);
    if (pair === undefined || pair.value === '') return undefined;
    if (pair.literal === undefined || pair.literal === 'number') return pair.value;
    return pair.literal === 'boolean' ? String(Number(pair.value === 'true')) : undefined;
  }
}

/**
 * `name[]=x` makes a list of `name`, which no parameter is; blanks and dots in a name stand for an underscore. Clients
 * of the time rely on neither, but a list must not be taken for a text.
 */
function renamed(pair: PlacedPair): PlacedPair {
  const list = listName.exec(pair.name)?.[1];
  if (list !== undefined) return { ...pair, name: underscored(list), literal: 'array' };
  return { ...pair, name: underscored(pair.name) };
}

function underscored(name: string): string {
  return name.trimStart().replace(/[[.\s]/g, '_');
}
