import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { textChanged, withColumns, withForm, withParameters } from './replace.ts';

export const dimensionFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.dimensions.height-first',
    requirement: 'snowplow.dimensions.width-first',
    description: 'Viewport and page are read with their height first.',
    apply: (parts) =>
      withColumns(withColumns(parts, 'vp', ['br_viewheight', 'br_viewwidth']), 'ds', ['doc_height', 'doc_width']),
  },
  {
    id: 'snowplow.dimensions.page-for-viewport',
    requirement: 'snowplow.dimensions.apart',
    description: 'ds and vp fill the columns of each other.',
    apply: (parts) =>
      withColumns(withColumns(parts, 'ds', ['br_viewwidth', 'br_viewheight']), 'vp', ['doc_width', 'doc_height']),
  },
  {
    id: 'snowplow.res.four-digits',
    requirement: 'snowplow.res.stored',
    description: 'Of a side of the screen only the first four digits are kept.',
    apply: (parts) =>
      withForm(
        parts,
        'dimensions',
        textChanged((text) => text.replace(/\d{5,}/g, (digits) => digits.slice(0, 4))),
        'res',
      ),
  },
  {
    id: 'snowplow.dimensions.small-turned',
    requirement: 'snowplow.dimensions.width-first',
    description: 'A size that comes alone and is 17 to 384 pixels wide is laid on its side.',
    rare: true,
    apply: (parts) =>
      withParameters(parts, (values) => {
        const [only, ...others] = ['res', 'vp', 'ds'].filter((name) => values.has(name));
        const [width = '', height = ''] = values.get(only ?? '')?.split('x') ?? [];
        if (only === undefined || others.length > 0 || !(Number(width) > 16 && Number(width) <= 384)) return values;
        return new Map([...values, [only, `${height}x${width}`]]);
      }),
  },
];
