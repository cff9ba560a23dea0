import { describe, expect, it } from 'vitest';
import type { RunOptions, Suite } from '../../../conformance/server/run/options.ts';
import { doorUrl, isLoopback, resolveTrackers } from '../../../conformance/server/run/trackers.ts';
import type { TargetFile } from '../../../conformance/server/targets/target-file.ts';
import { canary } from './fake/experiments.ts';
import { fakeFacts } from './fake/facts.ts';

function suite(protocol: 'piwik' | 'snowplow', version: string, endpoints: string[]): Suite {
  return { facts: { ...fakeFacts, protocol, version, endpoints }, experiments: [], canary };
}

const suites = [
  suite('piwik', '2.0', ['piwik.php']),
  suite('piwik', '5', ['matomo.php', 'piwik.php']),
  suite('snowplow', '2014-01', ['i', 'ice.png']),
];

function told(trackerUrl: string, options: Partial<RunOptions> = {}): string[] {
  const trackers = resolveTrackers({ toolVersion: '0', trackerUrl, ...options }, suites);
  return trackers.map(({ suite: { facts }, trackerUrl: url }) => `${facts.protocol} ${facts.version} ${url}`);
}

const both: TargetFile = {
  protocols: [
    { protocol: 'piwik', version: '5' },
    { protocol: 'snowplow', version: '2014-01' },
  ],
};

describe('protocol and version', () => {
  it('are told by the last path segment', () => {
    expect(told('http://h/a/piwik.php')).toEqual(['piwik 2.0 http://h/a/piwik.php']);
    expect(told('http://h/matomo.php')).toEqual(['piwik 5 http://h/matomo.php']);
    expect(told('http://h:81/i')).toEqual(['snowplow 2014-01 http://h:81/i']);
    expect(told('http://h//ice.png')).toEqual(['snowplow 2014-01 http://h//ice.png']);
  });

  it('are taken from the command line first, then from the target file', () => {
    expect(told('http://h/piwik.php', { target: both })).toEqual(['piwik 5 http://h/piwik.php']);
    expect(told('http://h/track', { protocols: [{ protocol: 'piwik' }], target: both })).toEqual([
      'piwik 5 http://h/track',
    ]);
    expect(told('http://h/track', { protocols: [{ protocol: 'piwik', version: '2.0' }], target: both })).toEqual([
      'piwik 2.0 http://h/track',
    ]);
  });

  it('get their own endpoints below a folder', () => {
    expect(told('http://h/x/', { target: both })).toEqual([
      'piwik 5 http://h/x/matomo.php',
      'snowplow 2014-01 http://h/x/i',
    ]);
  });
});

describe('the door', () => {
  it('stands beside the tracker unless told otherwise', () => {
    const url = (trackerUrl: string, readerUrl?: string) => doorUrl({ toolVersion: '0', trackerUrl, readerUrl });
    expect(url('http://h/a/piwik.php')).toBe('http://h/a/');
    expect(url('http://h/')).toBe('http://h/');
    expect(url('http://h/i', 'http://other:1/door')).toBe('http://other:1/door/');
  });
});

describe('loopback', () => {
  it('is this machine and nothing else', () => {
    for (const host of ['127.0.0.1', '127.9.9.9', 'localhost', 'a.localhost', '[::1]', 'LOCALHOST']) {
      expect(isLoopback(`http://${host}/i`)).toBe(true);
    }
    for (const host of ['127.0.0.1.example', 'localhost.example', '10.0.0.1', '[::2]', '0.0.0.0', 'h']) {
      expect(isLoopback(`http://${host}/i`)).toBe(false);
    }
  });
});
