import { describe, expect, it } from 'vitest';
import { judgeRequest } from '../../../conformance/client/judge.ts';
import { validators } from '../../../conformance/client/validators.ts';
import { versionOf } from '../../../conformance/client/version.ts';
import type { Facts } from '../../../generated/model.ts';
import { piwikHits } from '../../../wire/hits.ts';
import { allVersions, get, piwik, plainest, request, versions } from './requests.ts';

describe('the version of a request', () => {
  it.each(['/piwik.php', '//piwik.php', '/stats/a/piwik.php'])('is told from the path %s', (path) => {
    const { hits } = judgeRequest(request({ path, query: plainest(piwik) }), 0, {});
    expect(hits).toMatchObject([{ protocol: 'piwik', version: '2.0' }]);
  });

  it.each(['/i', '/ice.png'])('of Snowplow is told from the path %s', (path) => {
    expect(judgeRequest(request({ path, query: 'e=pv' }), 0, {}).hits).toMatchObject([
      { protocol: 'snowplow', version: '2014-01' },
    ]);
  });

  it.each([
    ['a path of today', { path: '/matomo.php', query: 'idsite=1&rec=1' }, 'piwik', '5'],
    ['names of today', { path: '/piwik.php', query: 'idsite=1&rec=1&pv_id=aB3dE9&dimension7=x' }, 'piwik', '5'],
    ['a path of today', { path: '/com.acme/tp2', query: 'e=pv' }, 'snowplow', 'tp2'],
    ['a redirect', { path: '/r/tp2', query: 'u=http%3A%2F%2Fa.example%2F' }, 'snowplow', 'tp2'],
    ['its names', { path: '/i', query: 'e=pv&stm=1361553733313' }, 'snowplow', 'tp2'],
    ['its tracker', { path: '/i', query: 'e=pv&tv=js-2.0.2' }, 'snowplow', 'tp2'],
    ['an old tracker', { path: '/i', query: 'e=pv&tv=js-0.13.1' }, 'snowplow', '2014-01'],
    ['its method', { method: 'POST', path: '/i', body: '{"data":[{"e":"pv"}]}' }, 'snowplow', 'tp2'],
  ] as const)('is told from %s: %j', (_, parts, protocol, version) => {
    expect(judgeRequest(request(parts), 0, {}).hits).toMatchObject([{ protocol, version }]);
  });

  it('may be named', () => {
    const { hits } = judgeRequest(request({ path: '/other', query: 'e=pv' }), 0, {
      protocol: 'snowplow',
      version: '2014-01',
    });
    expect(hits).toMatchObject([{ protocol: 'snowplow', version: '2014-01' }]);
  });

  it('that does not exist is said', () => {
    const { hits, reason } = judgeRequest(get(piwik, 'rec=1'), 0, { protocol: 'piwik', version: '1.0' });
    expect(hits).toEqual([]);
    expect(reason).toMatch(/piwik has no version 1\.0: known are 2\.0, 5$/);
  });

  it.each(['/favicon.ico', '/', '', '/i/', '/x?y'])('is not told from %j', (path) => {
    const judged = judgeRequest(request({ path, query: 'e=pv' }), 0, {});
    expect(judged).toMatchObject({ hits: [], reason: expect.stringMatching(/is no tracking endpoint/) });
  });

  it('of a preflight is none', () => {
    expect(judgeRequest(request({ method: 'OPTIONS', path: '/i', query: 'e=pv' }), 0, {})).toMatchObject({
      hits: [],
      reason: expect.stringMatching(/preflight/),
    });
  });

  it('is the one that knows most of the names, of equals the older', () => {
    const later: Facts = { ...piwik, version: 'later', parameters: { ...piwik.parameters, ...named('pv_id') } };
    const read = (query: string) => piwikHits(get(piwik, query));
    expect(versionOf([piwik, later], read('rec=1&pv_id=abc'))?.version).toBe('later');
    expect(versionOf([piwik, later], read('rec=1&other=abc'))?.version).toBe('2.0');
    expect(versionOf([piwik, later], read(''))?.version).toBe('2.0');
  });

  it('is judged or said to be not judged yet', () => {
    expect(versions.map(({ protocol, version }) => `${protocol}@${version}`).sort()).toEqual(
      Object.keys(validators).sort(),
    );
    for (const facts of allVersions.filter((each) => !versions.includes(each))) {
      const { protocol, version } = facts;
      const judged = judgeRequest(get(facts, plainest(facts)), 0, { protocol, version });
      expect(judged).toMatchObject({ hits: [], reason: expect.stringMatching(/not judged yet/) });
    }
  });
});

function named(name: string): Facts['parameters'] {
  const model = piwik.parameters.action_name;
  if (!model) throw new Error('Piwik has no action_name');
  return { [name]: { ...model, name } };
}
