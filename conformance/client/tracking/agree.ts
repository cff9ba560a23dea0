/** Deep equality as the test runner has it, with matchers such as `expect.stringContaining` inside. */
export type Equals = (a: unknown, b: unknown) => boolean;

/**
 * Whether text of the wire says what a test expects: a number, a boolean, a date, a document, a pattern, a matcher, or
 * the text itself. Nothing expected means nothing sent.
 */
export function agrees(text: string | undefined, expected: unknown, equals: Equals): boolean {
  if (expected === undefined || expected === null) return text === undefined;
  if (text === undefined) return false;
  switch (typeof expected) {
    case 'string':
      return text === expected;
    case 'number':
      return text.trim() !== '' && Number(text) === expected;
    case 'bigint':
      return /^-?[0-9]+$/.test(text) && BigInt(text) === expected;
    case 'boolean':
      return text === (expected ? '1' : '0');
    default:
      return agreesWithObject(text, expected, equals);
  }
}

function agreesWithObject(text: string, expected: object, equals: Equals): boolean {
  if (expected instanceof RegExp) return expected.test(text);
  if (expected instanceof Date) return timesOf(text).includes(expected.getTime());
  if (isMatcher(expected))
    return equals(text, expected) || documents(text).some((document) => equals(document, expected));
  return documents(text).some((document) => equals(document, expected));
}

/** `expect.any(String)` and its like. */
function isMatcher(value: object): boolean {
  return 'asymmetricMatch' in value && typeof value.asymmetricMatch === 'function';
}

/** Epoch milliseconds a text may stand for: milliseconds, seconds, or a date and time in UTC. */
function timesOf(text: string): number[] {
  if (/^[0-9]+$/.test(text)) return [Number(text), Number(text) * 1000];
  return [Date.parse(`${text.replace(' ', 'T')}Z`)];
}

/** The JSON document a text holds, plain or in Base64; none when it holds none. */
function documents(text: string): unknown[] {
  return [text, fromBase64(text)].flatMap((each) => {
    try {
      return each === undefined ? [] : [JSON.parse(each)];
    } catch {
      return [];
    }
  });
}

function fromBase64(text: string): string | undefined {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
