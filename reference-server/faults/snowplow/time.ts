import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { textChanged, withForm, withParameters, withRule } from './replace.ts';

const hourMs = 3_600_000;

export const timeFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.dtm.seconds',
    requirement: 'snowplow.dtm.stored',
    description: 'dtm is taken for seconds, and its last three digits are dropped.',
    apply: (parts) =>
      withForm(
        parts,
        'epoch-millis',
        textChanged((text) => `${text.slice(0, -3) || '0'}000`),
      ),
  },
  {
    id: 'snowplow.time.client-zone',
    requirement: 'snowplow.time.utc',
    description: 'dtm is moved by two hours when tz names a zone.',
    apply: (parts) => ({
      ...parts,
      parameters: (query) => {
        const values = parts.parameters(query);
        const dtm = values.get('dtm');
        if (dtm === undefined || !values.has('tz')) return values;
        return new Map([...values, ['dtm', String(Number(dtm) + 2 * hourMs)]]);
      },
    }),
  },
  {
    id: 'snowplow.time.client-overwrites',
    requirement: 'snowplow.time.apart',
    description: 'dtm overwrites the time stamp of the collector.',
    apply: (parts) =>
      withRule(parts, 'time', (sound) => (event) => {
        sound(event);
        event.row.collector_tstamp = event.row.dvce_tstamp ?? event.row.collector_tstamp ?? null;
      }),
  },
  {
    id: 'snowplow.time.hours-behind',
    requirement: 'snowplow.time.collector-stamp',
    description: 'The collector writes its time stamp eight hours behind UTC.',
    apply: (parts) =>
      withRule(parts, 'time', (sound) => (event) => {
        const request = { ...event.request, now: event.request.now - 8 * hourMs };
        sound({ ...event, request });
      }),
  },
  {
    id: 'snowplow.time.early-summer',
    requirement: 'snowplow.time.utc',
    description: 'dtm is moved by an hour between 1 June and 15 July when tz names a city.',
    rare: true,
    apply: (parts) =>
      withParameters(parts, (values) => {
        const dtm = Number(values.get('dtm') ?? Number.NaN);
        if (Number.isNaN(dtm) || !/^[A-Z][a-z]+\/[A-Z]/.test(values.get('tz') ?? '')) return values;
        const day = new Date(dtm).toISOString().slice(5, 10);
        return day >= '06-01' && day <= '07-15' ? new Map([...values, ['dtm', String(dtm + hourMs)]]) : values;
      }),
  },
];
