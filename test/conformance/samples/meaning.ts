/** Reads a wire text by rules of its own, so that what a sample says is stored is not taken from the sample. */

import type { StoredValue } from '../../../conformance/server/model.ts';
import type { Example, ParameterColumn } from '../../../generated/model.ts';

/** What the columns hold of a decoded text, one value a column. */
export type Reading = (
  text: string,
  columns: readonly ParameterColumn[],
  examples: readonly Example[],
) => StoredValue[];

const asText: Reading = (text, columns) => columns.map(() => text);

const asInteger: Reading = (text, columns) =>
  columns.map(({ kind }) => (kind === 'integer' ? Number.parseInt(text, 10) : text));

const asMoment: Reading = (text, columns) => {
  const moment = new Date(Number(text));
  const [day = '', time = ''] = moment.toISOString().split(/[TZ]/);
  const forms: Readonly<Record<string, StoredValue>> = {
    date: day,
    time: time.split('.')[0] ?? '',
    timestamp: `${day} ${time}`,
    integer: Number(text),
  };
  return columns.map(({ kind }) => forms[kind] ?? null);
};

const asSize: Reading = (text, columns) => {
  const sides = /^([0-9]+)x([0-9]+)$/.exec(text);
  if (columns.length !== 2) return [text];
  return [Number(sides?.[1]), Number(sides?.[2])];
};

const asCode: Reading = (text, columns, examples) =>
  columns.map(({ column }) => examples.find(({ wire }) => wire === text)?.stored[column] ?? text);

const asBase64: Reading = (text, columns) => {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  return columns.map(() => new TextDecoder().decode(Uint8Array.from(atob(standard), (unit) => unit.charCodeAt(0))));
};

export const readings: Readonly<Record<string, Reading>> = {
  'base64-json': asBase64,
  'campaign-text': asText,
  code: asCode,
  count: asInteger,
  'country-code': asText,
  'date-time': asText,
  decimal: asText,
  degrees: asText,
  dimensions: asSize,
  'duration-millis': asInteger,
  'epoch-millis': asMoment,
  flag: (text, columns) => columns.map(({ kind }) => (kind === 'boolean' ? text === '1' : Number(text))),
  integer: asInteger,
  'ip-address': asText,
  json: asText,
  money: asText,
  'region-code': asText,
  text: asText,
  url: asText,
  'visitor-id': (text, columns) => columns.map(() => text.toLowerCase()),
};
