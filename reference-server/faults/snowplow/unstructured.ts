import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { textChanged, withForm, withParameters, withRow } from './replace.ts';

export const unstructuredFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.ue_px.standard-only',
    requirement: 'snowplow.ue_px.stored',
    description: 'The URL-safe alphabet of Base64 is refused.',
    apply: (parts) =>
      withForm(
        parts,
        'base64-json',
        (sound) => (text, place) => (/[-_]/.test(text) ? { fault: 'it is not Base64' } : sound(text, place)),
      ),
  },
  {
    id: 'snowplow.unstructured.padding-needed',
    requirement: 'snowplow.unstructured.same-json',
    description: 'Base64 without its padding is refused.',
    apply: (parts) =>
      withForm(
        parts,
        'base64-json',
        (sound) => (text, place) => (text.length % 4 === 0 ? sound(text, place) : { fault: 'it is not Base64' }),
      ),
  },
  {
    id: 'snowplow.ue_px.latin1',
    requirement: 'snowplow.ue_px.stored',
    description: 'The bytes inside Base64 are read as Latin-1.',
    apply: (parts) =>
      withForm(parts, 'base64-json', () => (text) => {
        const inside = Buffer.from(text, 'base64url').toString('latin1');
        return { values: [inside, inside] };
      }),
  },
  {
    id: 'snowplow.unstructured.flattened',
    requirement: 'snowplow.unstructured.any-properties',
    description: 'Properties are read and written anew, and nested ones are lost.',
    apply: (parts) => withForm(parts, 'json', textChanged(flattened)),
  },
  {
    id: 'snowplow.ue_na.lost',
    requirement: 'snowplow.ue_na.stored',
    description: 'ue_name stays NULL.',
    apply: (parts) => withRow(parts, (row) => ({ ...row, ue_name: null })),
  },
  {
    id: 'snowplow.unstructured.nested-and-padded',
    requirement: 'snowplow.unstructured.same-json',
    description: 'Encoded properties of a named event are lost when they hold lists or objects and end in padding.',
    rare: true,
    apply: (parts) =>
      withParameters(parts, (values) => {
        const encoded = values.get('ue_px') ?? '';
        const isNested = /:[[{]/.test(Buffer.from(encoded, 'base64url').toString('utf8'));
        return values.has('ue_na') && isNested && encoded.endsWith('=')
          ? new Map([...values].filter(([name]) => name !== 'ue_px'))
          : values;
      }),
  },
];

function flattened(text: string): string {
  try {
    const plain = (_name: string, value: unknown) => (typeof value === 'object' && _name !== '' ? undefined : value);
    return JSON.stringify(JSON.parse(text), plain);
  } catch {
    return text;
  }
}
