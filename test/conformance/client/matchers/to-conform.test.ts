import { describe, expect, it } from 'vitest';
import '../../../../conformance/client/vitest.ts';
import { Tracking } from '../../../../conformance/client/tracking/tracking.ts';
import { get, request, snowplow } from '../requests.ts';
import { failure, tracked } from './tracked.ts';

describe('toConform', () => {
  it('holds for hits without a violation, in every shape they come in', () => {
    const tracking = tracked('e=pv&page=a', 'e=pp&dtm=1361553733');
    expect(tracking).toConform();
    expect(tracking.hits).toConform();
    expect(tracking.hits[0]).toConform();
    expect(tracking.requests[0]).toConform();
    expect('http://collector.example/i?e=pv').toConform();
    expect(new URL('http://collector.example/i?e=pv')).toConform();
  });

  it('fails at a violation and says all about it', () => {
    const { message } = failure(() => expect(tracked('e=pv', 'e=pv&vp=wide')).toConform());
    expect(message).toContain('expected no violation in 2 hits, and there are 1:');
    expect(message).toContain('hit 1 (snowplow 2014-01): violation of snowplow.vp.form');
    expect(message).toContain('Expected: Width and height in pixels');
    expect('/i?e=pv&vp=wide').not.toConform();
  });

  it('fails at a warning when it is strict', () => {
    const tracking = tracked('e=pv&dtm=1361553733');
    expect(failure(() => expect(tracking).toConform({ strict: true })).message).toContain(
      'warning of snowplow.time.milliseconds',
    );
    expect(tracked('e=pv&dtm=1361553733313')).toConform({ strict: true });
  });

  it('does not hold for nothing', () => {
    expect(failure(() => expect(new Tracking()).toConform()).message).toContain('nothing was tracked');
    const elsewhere = new Tracking();
    elsewhere.record(request({ path: '/collect', query: 'e=pv' }));
    expect(failure(() => expect(elsewhere).toConform()).message).toContain('"/collect" is no tracking endpoint');
    expect(failure(() => expect([]).toConform()).message).toContain('nothing was tracked');
  });

  it('negated, says that there is none', () => {
    expect(failure(() => expect(tracked('e=pv')).not.toConform()).message).toContain(
      'expected a violation, and 1 hits have none',
    );
  });

  it.each([5, null, undefined, {}, [{}]])('refuses %j', (value) => {
    expect(failure(() => expect(value).toConform()).message).toContain('expected a tracking of beaconform/msw');
  });
});

describe('a tracking', () => {
  it('forgets', () => {
    const tracking = tracked('e=pv&duid=a&nuid=n');
    tracking.clear();
    expect([tracking.hits, tracking.requests, tracking.reasons]).toEqual([[], [], []]);
    tracking.record(get(snowplow, 'e=pv&duid=b&nuid=n'));
    expect(tracking).toConform({ strict: true });
  });

  it('tells at the end what only later requests could', () => {
    const tracking = tracked('e=ti&ti_id=1');
    expect(tracking).toConform({ strict: true });
    tracking.settle();
    expect(tracking).not.toConform({ strict: true });
    expect(tracking).toConform();
  });
});
