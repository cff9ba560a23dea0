import { lowerFirst } from '../facts/english.ts';
import type { WireFormFile } from '../read/shapes.ts';

/** How the typed client takes the values of a wire form. */
export interface ClientEncoder {
  /** File in `codegen/client/` without its ending. */
  file: string;
  /** The function in it that writes a value, or a call that makes one. */
  encode: string;
  /** TypeScript type of a value. */
  type: string;
}

const whole = (limits: string): ClientEncoder => ({
  file: 'whole-number',
  encode: `/* @__PURE__ */ wholeNumber(${limits})`,
  type: 'number | bigint',
});
const text: ClientEncoder = { file: 'text', encode: 'text', type: 'string' };
const integer: ClientEncoder = { file: 'integer', encode: 'integer', type: 'number | bigint' };
const decimal: ClientEncoder = { file: 'decimal', encode: 'decimal', type: 'Decimal' };
const url: ClientEncoder = { file: 'url', encode: 'url', type: 'string | URL' };

/** The wire forms whose values are not plain text. */
const encoders: Readonly<Record<string, ClientEncoder>> = {
  integer,
  count: whole('0'),
  'site-id': whole('1'),
  'goal-id': whole('0'),
  hour: whole('0, 23'),
  minute: whole('0, 59'),
  'duration-millis': whole('0'),
  decimal,
  money: { file: 'money', encode: 'money', type: 'Decimal' },
  degrees: decimal,
  url,
  'page-url': url,
  'referrer-url': url,
  flag: { file: 'flag', encode: 'flag', type: 'boolean' },
  'epoch-seconds': { file: 'epoch-seconds', encode: 'epochSeconds', type: 'Date | number' },
  'epoch-millis': { file: 'epoch-millis', encode: 'epochMillis', type: 'Date | number' },
  'date-time': { file: 'date-time', encode: 'dateTime', type: 'Date | string' },
  moment: { file: 'date-time', encode: 'dateTime', type: 'Date | string' },
  dimensions: { file: 'dimensions', encode: 'dimensions', type: 'Dimensions' },
  'custom-variables': { file: 'custom-variables', encode: 'customVariables', type: 'CustomVariables' },
  'ecommerce-items': { file: 'ecommerce-items', encode: 'ecommerceItems', type: 'readonly EcommerceItem[]' },
  json: { file: 'json', encode: 'json', type: 'JsonValue' },
  'base64-json': { file: 'base64-json', encode: 'base64Json', type: 'JsonValue' },
  'ip-address': { file: 'ip-address', encode: 'ipAddress', type: 'string' },
};

/** A wire form without an encoder of its own is sent as the text it is given, once its schema accepts the text. */
export function clientEncoderOf({ wireForm, description, schema }: WireFormFile): ClientEncoder {
  const known = encoders[wireForm];
  if (known !== undefined) return known;
  const pattern = patternOf(schema);
  if (pattern === undefined) return text;
  const what = JSON.stringify(lowerFirst(description).replace(/\.$/, ''));
  // Marked pure, so that a bundler can drop the table when only types are used.
  const encode = `/* @__PURE__ */ matching(${new RegExp(pattern, 'u')}, ${what})`;
  return { file: 'matching', encode, type: 'string' };
}

function patternOf({ pattern, minLength, maxLength }: WireFormFile['schema']): string | undefined {
  if (typeof pattern === 'string') return pattern;
  if (minLength === undefined && maxLength === undefined) return undefined;
  return `^[^]{${minLength ?? 0},${maxLength ?? ''}}$`;
}
