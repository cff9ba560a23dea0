/** Faults in what a kind of event has of its own. */
import { facts } from '../../../generated/snowplow/2014-01/facts.ts';
import type { Event } from '../../snowplow/event.ts';
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { refusing } from './refusing.ts';
import { withParameters, withRule } from './replace.ts';

const namesOf = (topic: string) =>
  Object.values(facts.parameters)
    .filter((parameter) => parameter.topic === topic)
    .map(({ name }) => name);

const webNames = namesOf('web');

/** A kind of event whose row is given another name in certain cases. */
function renamed(code: string, name: string | null, when: (event: Event) => boolean) {
  return (parts: SnowplowParts): SnowplowParts =>
    withRule(parts, 'event', (sound) => (event) => {
      sound(event);
      if (event.values.get('e') === code && when(event)) event.row.event = name;
    });
}

/** Refuses an event of a kind that has nothing of its own. */
function refusedWithout(code: string, topic: string): (parts: SnowplowParts) => SnowplowParts {
  const own = namesOf(topic);
  return refusing(({ values }) =>
    values.get('e') === code && !own.some((name) => values.has(name)) ? `${topic} without parameters` : undefined,
  );
}

function everyNth(n: number): () => boolean {
  let count = 0;
  return () => {
    count += 1;
    return count % n === 0;
  };
}

/** Of a page view with nothing but web-specific parameters, all but the first few are lost. */
function webAfter(kept: number, least: number): (parts: SnowplowParts) => SnowplowParts {
  return (parts) =>
    withParameters(parts, (values) => {
      const web = [...values.keys()].filter((name) => webNames.includes(name));
      const others = [...values.keys()].filter((name) => !webNames.includes(name) && !['e', 'aid', 'p'].includes(name));
      if (values.get('e') !== 'pv' || others.length > 0 || web.length < least || web.every((name) => /^f_/.test(name)))
        return values;
      return new Map([...values].filter(([name]) => !web.slice(kept).includes(name)));
    });
}

export const kindFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.ad-impression.every-29th',
    requirement: 'snowplow.ad-impression.event',
    description: 'Every 29th ad impression is stored as a page view.',
    rare: true,
    apply: (parts) => renamed('ad', 'page_view', everyNth(29))(parts),
  },
  {
    id: 'snowplow.ad-impression.parameters-needed',
    requirement: 'snowplow.ad-impression.without-parameters',
    description: 'An ad impression without any ad_ parameter becomes a bad row.',
    apply: refusedWithout('ad', 'ad-impression'),
  },
  {
    id: 'snowplow.structured.empty-twice',
    requirement: 'snowplow.structured.without-parameters',
    description: 'A structured event without any se_ parameter is stored twice.',
    apply: (parts) => ({
      ...parts,
      keep: (insert, row) => {
        const columns = ['se_category', 'se_action', 'se_label', 'se_property', 'se_value'];
        parts.keep(insert, row);
        if (row.event === 'struct' && columns.every((name) => (row[name] ?? null) === null)) parts.keep(insert, row);
      },
    }),
  },
  {
    id: 'snowplow.structured.value-expected',
    requirement: 'snowplow.structured.event',
    description: 'A structured event with category, action, label and property is stored as a page view.',
    rare: true,
    apply: renamed('se', 'page_view', ({ values }) =>
      ['se_ca', 'se_ac', 'se_la', 'se_pr'].every((name) => values.has(name)),
    ),
  },
  {
    id: 'snowplow.unstructured.parameters-needed',
    requirement: 'snowplow.unstructured.without-parameters',
    description: 'An unstructured event without any ue_ parameter becomes a bad row.',
    apply: refusedWithout('ue', 'unstructured'),
  },
  {
    id: 'snowplow.unstructured.other-name',
    requirement: 'snowplow.unstructured.event',
    description: 'Unstructured events are stored as structured ones.',
    apply: renamed('ue', 'struct', () => true),
  },
  {
    id: 'snowplow.social.other-name',
    requirement: 'snowplow.social.event',
    description: 'Social events are stored as structured ones.',
    apply: renamed('s', 'struct', () => true),
  },
  {
    id: 'snowplow.social.complete',
    requirement: 'snowplow.social.event',
    description: 'A social event with network, action, target and path is stored as a page view.',
    rare: true,
    apply: renamed('s', 'page_view', ({ values }) => ['sn', 'sa', 'st', 'sp'].every((name) => values.has(name))),
  },
  {
    id: 'snowplow.page-ping.from-the-left-edge',
    requirement: 'snowplow.page-ping.event',
    description: 'A page ping with all four offsets, pp_mix=0 and no minus in pp_miy is stored as a page view.',
    rare: true,
    apply: renamed(
      'pp',
      'page_view',
      ({ values }) =>
        values.get('pp_mix') === '0' &&
        !values.get('pp_miy')?.startsWith('-') &&
        namesOf('page-ping').every((name) => values.has(name)),
    ),
  },
  {
    id: 'snowplow.page-ping.offsets-only',
    requirement: 'snowplow.page-ping.web-fields',
    description: 'Of a page ping with all four offsets nothing web-specific is read.',
    apply: (parts) =>
      withParameters(parts, (values) => {
        const isComplete = values.get('e') === 'pp' && namesOf('page-ping').every((name) => values.has(name));
        return isComplete ? new Map([...values].filter(([name]) => !webNames.includes(name))) : values;
      }),
  },
  {
    id: 'snowplow.page-view.first-three',
    requirement: 'snowplow.page-view.web-fields',
    description:
      'Of a page view with nothing but five or more web-specific parameters, not all of them plugins, only the first three are read.',
    apply: webAfter(3, 5),
  },
  {
    id: 'snowplow.page-view.first-twelve',
    requirement: 'snowplow.page-view.web-fields',
    description: 'Of a page view with nothing but web-specific parameters only the first twelve are read.',
    rare: true,
    apply: webAfter(12, 13),
  },
];
