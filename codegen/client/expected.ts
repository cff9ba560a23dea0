/** What an encoder throws: says what a value must be, and what came. */
export function expected(what: string, value: unknown): TypeError {
  const came = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return new TypeError(`expected ${what}, got ${came}`);
}
