import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { withParameters } from './replace.ts';

/** The value of one parameter read from the query with another decoder. */
function decodedBy(parts: SnowplowParts, name: string, decode: (raw: string) => string): SnowplowParts {
  return withParameters(parts, (values, query) => {
    const raw = query.split('&').find((pair) => pair.startsWith(`${name}=`));
    return raw === undefined ? values : new Map([...values, [name, decode(raw.slice(name.length + 1))]]);
  });
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function latin1Decoded(text: string): string {
  return text.replaceAll('+', ' ').replace(/%[0-9A-Fa-f]{2}/g, (code) => {
    return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  });
}

export const encodingFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.encoding.plus-kept',
    requirement: 'snowplow.page.stored',
    description: 'A plus sign in a title is kept and not read as a blank.',
    apply: (parts) => decodedBy(parts, 'page', percentDecoded),
  },
  {
    id: 'snowplow.encoding.latin1',
    requirement: 'snowplow.se_ca.stored',
    description: 'Escaped bytes in the category of an event are read as Latin-1.',
    apply: (parts) => decodedBy(parts, 'se_ca', latin1Decoded),
  },
  {
    id: 'snowplow.encoding.decoded-twice',
    requirement: 'snowplow.encoding.decoded-once',
    description: 'Values are percent-decoded a second time.',
    apply: (parts) =>
      withParameters(parts, (values) => new Map([...values].map(([name, text]) => [name, percentDecoded(text)]))),
  },
  {
    id: 'snowplow.encoding.reads-on-from-e',
    requirement: 'snowplow.encoding.order',
    description: 'Parameters that stand before e are not read.',
    apply: (parts) =>
      withParameters(parts, (values) => {
        const names = [...values.keys()];
        return new Map([...values].slice(Math.max(names.indexOf('e'), 0)));
      }),
  },
  {
    id: 'snowplow.encoding.lower-cased',
    requirement: 'snowplow.aid.stored',
    description: 'The value of aid is lower-cased.',
    apply: (parts) =>
      withParameters(parts, (values) => {
        const aid = values.get('aid');
        return aid === undefined ? values : new Map([...values, ['aid', aid.toLowerCase()]]);
      }),
  },
  {
    id: 'snowplow.encoding.lower-case-escapes',
    requirement: 'snowplow.encoding.decoded-once',
    description: 'A long title with an escape in lower case, such as %2b, is decoded a second time.',
    rare: true,
    apply: (parts) =>
      withParameters(parts, (values) => {
        const title = values.get('page') ?? '';
        const isBroken = title.length > 11 && /%[0-9][a-f]/.test(title);
        return isBroken ? new Map([...values, ['page', percentDecoded(title)]]) : values;
      }),
  },
];
