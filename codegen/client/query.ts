/** Functions from a parameter's value to its text, by parameter. */
export type Encoders = Readonly<Record<string, (value: never) => string>>;

/** Writes the values of a hit as texts, in their order; what is undefined or null is left out. */
export function encodeTexts(hit: object, encoders: Encoders): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(hit)) {
    if (value === undefined || value === null) continue;
    const encode = Object.hasOwn(encoders, name) ? encoders[name] : undefined;
    if (encode === undefined) throw new TypeError(`${name} is no parameter of this protocol`);
    try {
      texts[name] = encode(value as never);
    } catch (error) {
      throw new TypeError(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return texts;
}

/** Joins texts to a query without its question mark; half a surrogate pair, which UTF-8 lacks, becomes U+FFFD. */
export function joinQuery(texts: Readonly<Record<string, string>>): string {
  return Object.entries(texts)
    .map(([name, text]) => `${name}=${encodeURIComponent(text.toWellFormed())}`)
    .join('&');
}
