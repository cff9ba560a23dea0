/**
 * A decimal in its shortest plain notation (`-1.50e1` is `-15`), or undefined when it is none.
 * Written here because no digit may pass through a float.
 */
export function plainDecimal(text: string): string | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  if (!match || !(match[2] || match[3])) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const split = Math.max(point, 1);
  const left = padded.slice(0, split).replace(/^0+(?=\d)/, '');
  const right = padded.slice(split).replace(/0+$/, '');
  const plain = right === '' ? left : `${left}.${right}`;
  return sign === '-' && plain !== '0' ? `-${plain}` : plain;
}

/** JSON with sorted keys, no blanks and plain numbers, or undefined when it is no JSON. */
export function canonicalJson(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text, canonicalMember as (key: string, value: unknown) => unknown));
  } catch {
    return undefined;
  }
}

// The third argument gives the source text of a number, so that no digit is lost; lib.es2024 does not declare it yet.
function canonicalMember(_key: string, value: unknown, context: { source?: string }): unknown {
  if (typeof value === 'number') return { number: plainDecimal(context.source ?? String(value)) };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return { members: Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) };
}
