/** What `beaconform diff` says of two versions, and that its table of wider forms is true. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../cli/diff/difference.ts';
import { widens } from '../../cli/diff/forms.ts';
import type { Change, Difference } from '../../cli/diff/model.ts';
import { differenceText } from '../../cli/diff/text.ts';
import { coreSample, wideSample } from '../../conformance/server/samples/samples.ts';
import { versions } from '../../generated/index.ts';
import type { Facts, Parameter } from '../../generated/model.ts';
import { validators } from '../../generated/validators.ts';

const [piwik, matomo] = versions.piwik as [Facts, Facts];
const [first, tp2] = versions.snowplow as [Facts, Facts];
const toMatomo = differenceOf(piwik, matomo);
const toTp2 = differenceOf(first, tp2);

function changesOf({ parameters }: Difference, name: string): Change[] {
  return parameters.changed.find((one) => one.name === name)?.changes ?? [];
}

describe('the difference of two versions', () => {
  it('names end points that came, went, and take something else', () => {
    expect(toMatomo.endpoints.added.map(({ path }) => path)).toEqual(['matomo.php']);
    expect(toMatomo.endpoints.changed).toEqual([
      { path: 'piwik.php', changes: [{ what: 'bodies', from: 'form, bulk', to: 'form, matomo-bulk' }] },
    ]);
    expect(toTp2.endpoints.added).toContainEqual({
      path: 'com.snowplowanalytics.snowplow/tp2',
      methods: ['GET', 'POST'],
      bodies: ['payload-data'],
    });
    expect(differenceOf(matomo, piwik).endpoints.removed.map(({ path }) => path)).toEqual(['matomo.php']);
  });

  it('names parameters that came and went', () => {
    const added = toMatomo.parameters.added.map(({ name }) => name);
    expect(added).toEqual(
      expect.arrayContaining(['uid', 'pv_id', 'pf_net', 'c_n', 'dimensionN', 'mtm_campaign', 'ca']),
    );
    expect(toMatomo.parameters.removed.map(({ name }) => name).sort()).toEqual(
      ['_ects', '_idts', '_idvc', '_viewts', 'dir', 'gears', 'gt_ms'].sort(),
    );
    expect(toTp2.parameters.added.map(({ name }) => name).sort()).toEqual(
      ['cv', 'eid', 'sid', 'stm', 'tnuid', 'ttm', 'u', 'ua'].sort(),
    );
  });

  it('names what changed of a parameter', () => {
    expect(changesOf(toMatomo, 'url')).toEqual([{ what: 'level', from: 'required', to: 'recommended' }]);
    expect(changesOf(toMatomo, 'cid')).toEqual([{ what: 'authentication', from: 'admin', to: 'none' }]);
    expect(changesOf(toMatomo, 'e_c')).toEqual([{ what: 'status', from: 'observed', to: 'implemented' }]);
    expect(changesOf(toMatomo, 'search_count')).toEqual([
      {
        what: 'columns',
        from: 'log_link_visit_action.custom_var_v5 varchar(200)',
        to: 'log_link_visit_action.search_count integer',
      },
    ]);
    expect(changesOf(toTp2, 'tid')).toContainEqual({ what: 'form', from: 'text', to: 'integer' });
    expect(changesOf(toTp2, 'e')).toEqual([
      { what: 'values', from: 'ad, pp, pv, s, se, ti, tr, ue', to: 'ev, pp, pv, se, ti, tr, ue' },
    ]);
    expect(changesOf(toTp2, 'ev_ca')).toContainEqual({ what: 'place', from: '', to: 'query only' });
  });

  it('counts every parameter of both versions once', () => {
    for (const [from, to, { parameters }] of [[piwik, matomo, toMatomo] as const, [first, tp2, toTp2] as const]) {
      const { added, removed, changed, unchanged } = parameters;
      expect(changed.length + unchanged + removed.length).toBe(Object.keys(from.parameters).length);
      expect(changed.length + unchanged + added.length).toBe(Object.keys(to.parameters).length);
    }
  });

  it('names columns and requirements', () => {
    expect(toMatomo.columns.added).toContain('log_visit.user_id');
    expect(toMatomo.columns.removed).toContain('log_visit.config_gears');
    expect(toMatomo.columns.changed).toContainEqual({
      column: 'log_visit.referer_name',
      from: 'varchar(70)',
      to: 'varchar(255)',
    });
    expect(toTp2.requirements.removed.map(({ id }) => id)).toContain('snowplow.transport.sent-by-get');
    expect(toMatomo.requirements.added.map(({ id }) => id)).toContain('piwik.bulk.without-token');
  });

  it('is nothing between a version and itself', () => {
    const { endpoints, parameters, columns, requirements, breaking } = differenceOf(tp2, tp2);
    const nothing = { added: [], removed: [], changed: [] };
    expect({ endpoints, columns, requirements, breaking }).toEqual({
      endpoints: nothing,
      columns: nothing,
      requirements: nothing,
      breaking: [],
    });
    expect(parameters).toEqual({ ...nothing, unchanged: Object.keys(tp2.parameters).length });
  });
});

describe('what breaks a client', () => {
  const whyOf = ({ breaking }: Difference, what: string) => breaking.filter((one) => one.what === what);

  it('is what is read no longer, refused, or of a narrower form', () => {
    expect(whyOf(toMatomo, 'gt_ms')).toMatchObject([{ why: expect.stringMatching(/read no longer/) }]);
    expect(whyOf(toMatomo, '_cvar')).toMatchObject([{ why: expect.stringMatching(/plugin/) }]);
    expect(whyOf(toTp2, 'e')).toEqual([{ what: 'e', why: 'ad, s are no value of it now.' }]);
    expect(whyOf(toTp2, 'tid')).toMatchObject([{ why: expect.stringMatching(/form text, .* form integer/) }]);
    expect(whyOf(toTp2, 'mac')).toHaveLength(1);
    const back = differenceOf(matomo, piwik);
    expect(whyOf(back, 'url')).toEqual([{ what: 'url', why: 'A request without it is refused.' }]);
    expect(whyOf(back, 'cid')).toEqual([{ what: 'cid', why: 'It needs a token now.' }]);
    expect(whyOf(back, 'matomo.php')).toHaveLength(1);
    expect(whyOf(back, '_rcn')).toEqual([{ what: '_rcn', why: 'It may have 70 characters now, and had 255.' }]);
  });

  it('is what the spec says of new requirements', () => {
    expect(whyOf(toMatomo, 'piwik.authentication.token-beside')).toHaveLength(1);
    expect(whyOf(toTp2, 'snowplow.self-describing.event-wrapper')).toHaveLength(1);
  });

  it('is not what nobody read, what became easier, or what is new', () => {
    const whats = toMatomo.breaking.map(({ what }) => what);
    for (const name of ['url', 'cid', 'cdt', 'revenue', 'action_name', '_rcn', 'r', 'uid'])
      expect(whats).not.toContain(name);
    const others = toTp2.breaking.map(({ what }) => what);
    for (const name of ['said', 'evn', 'fp', 'co', 'url', 'stm', 'i']) expect(others).not.toContain(name);
  });
});

describe('a wider form', () => {
  const pairs = [...versions.piwik, ...versions.snowplow].flatMap((facts) =>
    Object.values(facts.parameters).map((parameter) => ({ facts, parameter })),
  );
  const narrow = ['date-time', 'epoch-seconds', 'money', 'count', 'integer', 'region-code', 'page-title'];

  /** A parameter of a form in a version that the suite draws values for. */
  function drawn(form: string): { facts: Facts; parameter: Parameter } {
    const found = pairs.find(({ facts, parameter }) => [piwik, first].includes(facts) && parameter.wireForm === form);
    if (!found) throw new Error(`nothing is of the form ${form}`);
    return found;
  }

  const cases = narrow.flatMap((from) =>
    pairs
      .filter(({ parameter }) => parameter.wireForm !== from && widens(from, parameter.wireForm))
      .filter(({ parameter }, at, all) => all.findIndex((one) => one.parameter.wireForm === parameter.wireForm) === at)
      .map(({ facts, parameter }) => [from, parameter.wireForm, facts, parameter] as const),
  );

  it.each(cases)('takes every value of %s: %s', (from, _, facts, parameter) => {
    const { facts: old, parameter: own } = drawn(from);
    const samples = [coreSample(own, old), wideSample(own, old)].flatMap((one) => one ?? []);
    expect(samples.length).toBeGreaterThan(0);
    const validate = validators[`${facts.protocol}@${facts.version}`];
    for (const { wire } of samples.flatMap((one) => fc.sample(one, { seed: 5, numRuns: 200 }))) {
      const text = new URLSearchParams(`v=${wire}`).get('v') ?? '';
      const faults = validate?.({ [parameter.name]: text }).filter((fault) => fault.parameter === parameter.name);
      expect(faults, `${parameter.name}=${text}`).toEqual([]);
    }
  });

  it('is not the other way round', () => {
    expect([widens('text', 'integer'), widens('decimal', 'money'), widens('moment', 'date-time')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('the text', () => {
  it('says at its end what breaks a client', () => {
    const lines = differenceText(toMatomo).trimEnd().split('\n');
    expect(lines[0]).toBe('piwik 2.0 → 5');
    expect(lines).toContain('  ~ url  level: required → recommended');
    expect(lines).toContain('  + matomo.php (GET, POST)');
    expect(lines).toContain(`What breaks a client written for 2.0: ${toMatomo.breaking.length}`);
    expect(lines.at(-1)).toMatch(/^ {2}! /);
    expect(lines.filter((line) => line.startsWith('  ! '))).toHaveLength(toMatomo.breaking.length);
  });
});
