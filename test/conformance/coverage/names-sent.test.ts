import { describe, expect, it } from 'vitest';
import { namesSent } from '../../../conformance/server/coverage/names-sent.ts';

const names = (query: string, body?: string) => [
  ...namesSent({ method: 'POST', query, ...(body === undefined ? {} : { body }) }),
];

describe('the names in a request', () => {
  it('are those of its query, with a value or without', () => {
    expect(names('idsite=1&rec=1&url=http%3A%2F%2Fa%2F%3Fx%3D1&flag&empty=&')).toEqual([
      'idsite',
      'rec',
      'url',
      'flag',
      'empty',
    ]);
  });

  it('are those of a form in the body, each once', () => {
    expect(names('idsite=1', 'idsite=2&res=1x1')).toEqual(['idsite', 'res']);
  });

  it('are those of the entries of a bulk request', () => {
    const body = { requests: ['?idsite=1&cip=a', 'http://a/piwik.php?rec=1', { gt_ms: '3' }], token_auth: 'f' };
    expect(names('', JSON.stringify(body))).toEqual(['requests', 'token_auth', 'idsite', 'cip', 'rec', 'gt_ms']);
  });

  it('are not looked for in a body that is broken', () => {
    expect(names('a=1', '{"requests":["?idsite=1"')).toEqual(['a']);
  });
});
