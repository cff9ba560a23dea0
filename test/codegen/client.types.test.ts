/** What the compiler must refuse: `tsc -b` fails when one of these lines is accepted. */
import { expect, expectTypeOf, it } from 'vitest';
import {
  type BulkSent,
  bulk,
  type Hit as PiwikHit,
  query,
  type Sent,
  track,
} from '../../generated/piwik/2.0/client.ts';
import type { ParameterName, RequirementId } from '../../generated/piwik/2.0/facts.ts';
import type { paths } from '../../generated/piwik/2.0/paths.ts';
import type { LogVisit, Records } from '../../generated/piwik/2.0/records.ts';
import type { TrackingRequest } from '../../generated/piwik/2.0/request.ts';
import { type Hit as MatomoHit, query as matomoQuery } from '../../generated/piwik/5/client.ts';
import type { TrackingRequest as MatomoRequest } from '../../generated/piwik/5/request.ts';
import type { Hit as SnowplowHit } from '../../generated/snowplow/2014-01/client.ts';
import type { Events } from '../../generated/snowplow/2014-01/records.ts';
import type { BatchHit, Hit as Tp2Hit } from '../../generated/snowplow/tp2/client.ts';
import type { paths as Tp2Paths } from '../../generated/snowplow/tp2/paths.ts';
import type { Events as Tp2Events } from '../../generated/snowplow/tp2/records.ts';

it('asks for required parameters when it compiles', () => {
  expectTypeOf<{ idsite: number; url: string }>().toExtend<PiwikHit>();
  expectTypeOf<{ idsite: number }>().not.toExtend<PiwikHit>();
  expectTypeOf<{ aid: string }>().not.toExtend<SnowplowHit>();
  // @ts-expect-error: a hit without its site and URL.
  expectTypeOf(query).toBeCallableWith({});
  const known = { idsite: 1, url: 'http://a.b/' };
  // @ts-expect-error: a parameter nobody knows.
  expect(() => query({ ...known, idsit: 2 })).toThrow('idsit is no parameter');
});

it('types every wire form', () => {
  expectTypeOf<PiwikHit['res']>().toEqualTypeOf<{ width: number; height: number } | undefined>();
  expectTypeOf<PiwikHit['revenue']>().toEqualTypeOf<number | string | undefined>();
  expectTypeOf<PiwikHit['pdf']>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<PiwikHit['cdt']>().toEqualTypeOf<Date | string | undefined>();
  expectTypeOf<{ 1: readonly ['a', 'b'] }>().toExtend<NonNullable<PiwikHit['cvar']>>();
  expectTypeOf<{ 1: readonly ['a'] }>().not.toExtend<NonNullable<PiwikHit['cvar']>>();
  expectTypeOf<'pv'>().toExtend<SnowplowHit['e']>();
  expectTypeOf<'page_view'>().not.toExtend<SnowplowHit['e']>();
});

it('types requests, rows, names and paths', () => {
  expectTypeOf(track).returns.resolves.toEqualTypeOf<Sent>();
  expectTypeOf(bulk).returns.resolves.toEqualTypeOf<BulkSent>();
  expectTypeOf<TrackingRequest['idsite']>().toEqualTypeOf<string>();
  expectTypeOf<TrackingRequest['res']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Records['log_visit']>().toEqualTypeOf<LogVisit[]>();
  expectTypeOf<Events['br_viewwidth']>().toEqualTypeOf<number | null>();
  expectTypeOf<Events['tr_total']>().toEqualTypeOf<string | null>();
  expectTypeOf<'idsite'>().toExtend<ParameterName>();
  expectTypeOf<'idSite'>().not.toExtend<ParameterName>();
  expectTypeOf<'piwik.res.stored'>().toExtend<RequirementId>();
  expectTypeOf<'post'>().toExtend<keyof paths['/piwik.php']>();
});

it('types what is new in today’s versions', () => {
  expectTypeOf<{ idsite: number }>().toExtend<MatomoHit>();
  expectTypeOf<{ idsite: number; dimension12: string }>().toExtend<MatomoHit>();
  expectTypeOf<{ idsite: number; dimension12: number }>().not.toExtend<MatomoHit>();
  expectTypeOf<MatomoRequest['dimension3']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<'gt_ms'>().not.toExtend<keyof MatomoHit>();
  // @ts-expect-error: a parameter of before.
  expect(() => matomoQuery({ idsite: 1, gt_ms: 5 })).toThrow('gt_ms is no parameter');
  expectTypeOf<{ e: 'pv'; p: 'web'; tv: string }>().toExtend<BatchHit>();
  expectTypeOf<{ e: 'pv' }>().toExtend<Tp2Hit>();
  expectTypeOf<{ e: 'pv' }>().not.toExtend<BatchHit>();
  expectTypeOf<'cv'>().toExtend<keyof Tp2Hit>();
  expectTypeOf<'cv'>().not.toExtend<keyof BatchHit>();
  expectTypeOf<'ad'>().not.toExtend<Tp2Hit['e']>();
  expectTypeOf<'post'>().toExtend<keyof Tp2Paths['/com.snowplowanalytics.snowplow/tp2']>();
  expectTypeOf<Tp2Events['unstruct_event']>().toEqualTypeOf<string | null>();
});
