import type { Variation } from './variation.ts';

/** As frameworks, load balancers and caches add them. */
const added = {
  server: 'nginx/1.4.4',
  'x-powered-by': 'PHP/5.4.24',
  'x-request-id': '7f3c2e9a-0d5b-4f0e-9c3a-1b2c3d4e5f60',
  via: '1.1 balancer.example',
  'cache-control': 'private, no-cache, no-store, max-age=0',
  pragma: 'no-cache',
  expires: 'Thu, 01 Jan 1970 00:00:00 GMT',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000',
};
const cookie = 'balancer=node-3; Path=/; HttpOnly';

export const extraHeaders: Variation = {
  id: 'extra-headers',
  sentence: 'It adds headers of its own to every answer, a cookie of its load balancer among them.',
  protocols: ['piwik', 'snowplow'],
  answer: ({ answer }) => {
    const cookies = [answer.headers['set-cookie'] ?? []].flat();
    return { ...answer, headers: { ...answer.headers, ...added, 'set-cookie': [cookie, ...cookies] } };
  },
};
