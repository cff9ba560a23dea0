/** The parameters of one hit: names to values, read by type. A value of the wrong type counts as missing. */
import type { PlacedPair } from '../../wire/hits.ts';
import { remembering } from '../memory.ts';
import type { Forms } from './forms/forms.ts';

/** Pairs behind these are not read: no client sends so many, and reading them would only cost time. */
const mostPairs = 1000;

/** Reads the pairs of a hit. */
export function readParameters(pairs: readonly PlacedPair[], forms: Forms): Parameters {
  return new Parameters(pairs, forms);
}

export class Parameters {
  /** By name, as they count. */
  readonly pairs = new Map<string, PlacedPair>();
  readonly forms: Forms;

  /**
   * A name given more than once has its last value, but a pair of the query wins over one of the form body.
   * Piwik 2.0.3, section 0.1: names are case-sensitive.
   */
  constructor(pairs: readonly PlacedPair[], forms: Forms) {
    this.forms = forms;
    for (const pair of pairs.slice(0, mostPairs)) {
      const { name, isList } = meant(pair.name);
      if (pair.place === 'form' && this.pairs.get(name)?.place === 'query') continue;
      this.pairs.set(name, isList ? { ...pair, literal: 'array' } : pair);
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

  has(name: string): boolean {
    return this.pairs.has(name);
  }

  /** A number may be a text, or a number or truth value of a bulk object. */
  private numberText(name: string): string | undefined {
    const pair = this.pairs.get(name);
    if (pair === undefined) return undefined;
    if (pair.literal === undefined || pair.literal === 'number') return pair.value;
    return pair.literal === 'boolean' ? String(Number(pair.value === 'true')) : undefined;
  }
}

/**
 * `name[]=x` makes a list of `name`, which no parameter is: it must not be taken for a text. A blank or a dot stands
 * for an underscore. The names that clients send are few and come with every hit.
 */
const meant = remembering(1000, (sent) => {
  const [name, ...list] = sent.split('[') as [string, ...string[]];
  return { name: name.replace(/[.\s]/g, '_'), isList: list.length > 0 };
});
