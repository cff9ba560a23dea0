import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Experiment } from '../../../conformance/server/model.ts';
import { ConnectionError, InternalError, NoDoorError, UsageError } from '../../../conformance/server/run/errors.ts';
import { exitCodeOf } from '../../../conformance/server/run/exit-code.ts';
import { events } from './fake/experiments.ts';
import { check, runFake, runOn } from './fake/run.ts';

async function startStub(records: string | number): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/records/')) response.end('GIF');
    else if (typeof records === 'number') response.writeHead(records).end();
    else response.end(records);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/i`, close };
}

const doors = [
  { name: 'an empty door', records: '{"records":[]}', reader: undefined },
  { name: 'a door that is none', records: 'GIF', reader: 'beaconform' },
];

describe('a stub that answers 200 and stores nothing', async () => {
  // Both at once: each waits for its first hit to the full limit of 10 s.
  const runs = doors.map(async ({ name, records, reader }) => {
    const start = performance.now();
    const stub = await startStub(records);
    const report = await runOn(stub.url, { reader, runs: 100 });
    stub.close();
    return { name, report, seconds: (performance.now() - start) / 1000 };
  });
  for (const { name, report, seconds } of await Promise.all(runs)) {
    it(`fails every stored requirement within 60 s (${name})`, () => {
      expect(seconds).toBeLessThan(60);
      const stored = report.requirements.filter(({ id }) => !['fake.answer', 'fake.polite'].includes(id));
      expect(stored.map(({ status }) => status)).toEqual(stored.map(() => 'failed'));
      expect(report.requirements.find(({ id }) => id === 'fake.answer')?.status).toBe('passed');
      expect(report.problems?.[0]).toMatch(/first and plainest hit answered 200 but was not found within 10 s/);
      expect(exitCodeOf(report)).toBe(1);
    });
  }
});

describe('a run that cannot be', () => {
  it('is no door when none answers as a door', async () => {
    for (const records of [404, 500, 'GIF']) {
      const stub = await startStub(records);
      onTestFinished(() => stub.close());
      await expect(runOn(stub.url)).rejects.toThrow(NoDoorError);
      await expect(runOn(stub.url)).rejects.toMatchObject({ exitCode: 2 });
      if (records !== 'GIF') await expect(runOn(stub.url, { reader: 'beaconform' })).rejects.toThrow(NoDoorError);
    }
  });

  it('is a connection error when nothing listens', async () => {
    const { fake } = await runFake({ runs: 1 });
    await fake.close();
    await expect(runOn(fake.url)).rejects.toThrow(ConnectionError);
    await expect(runOn(fake.url)).rejects.toMatchObject({ exitCode: 3 });
  });

  it('is wrong usage when the options say nothing that can be run', async () => {
    const { fake } = await runFake({ runs: 1 });
    const wrong: [object, RegExp][] = [
      [{ only: ['no.such'] }, /no check matches --only no.such/],
      [{ reader: 'matomo' }, /say --protocol piwik/],
      [{ reader: 'oracle' }, /expected one of/],
      [{ protocols: [{ protocol: 'piwik' }] }, /expected one of snowplow fake/],
      [{ protocols: [{ protocol: 'snowplow', version: '9' }] }, /expected one of snowplow fake/],
      [{ readerUrl: 'nonsense' }, /expected an http URL/],
      [{ target: { protocols: [], sites: [{ id: 3 }] }, site: 1 }, /has sites 3/],
    ];
    for (const [options, message] of wrong) {
      const run = runOn(fake.url, options);
      await expect(run).rejects.toThrow(UsageError);
      await expect(run).rejects.toThrow(message);
    }
    await expect(runOn('http://tracker.example/i')).rejects.toThrow(/--allow-remote/);
    await expect(runOn('ftp://127.0.0.1/i')).rejects.toThrow(UsageError);
    await expect(runOn(fake.url.replace('/i', '/other'))).rejects.toThrow(/tells no protocol/);
  });

  it('is a fault of ours when an experiment contradicts itself', async () => {
    const broken: [Experiment, RegExp][] = [
      [{ ...events, requirements: ['fake.row'] }, /add it to the experiment's requirements/],
      [{ ...events, requirements: [...events.requirements, 'fake.unheard-of'] }, /does not have/],
      [
        {
          ...events,
          plan: () => {
            throw new Error('no plan');
          },
        },
        /no plan/,
      ],
      [
        {
          ...events,
          render: () => {
            throw new Error('no picture');
          },
        },
        /cannot render case 0: no picture/,
      ],
    ];
    for (const [experiment, message] of broken) {
      const run = runFake({ experiments: [experiment], concurrency: 1 });
      await expect(run).rejects.toThrow(InternalError);
      await expect(run).rejects.toThrow(message);
      await expect(run).rejects.toMatchObject({ exitCode: 4 });
    }
  });
});

describe('without a reader', () => {
  it('judges answers only and hides nothing', async () => {
    const { report } = await runFake({ reader: 'none' });
    expect(check(report, 'fake.answers/fake.answer')).toMatchObject({ status: 'passed', runs: 20 });
    expect(check(report, 'fake.events/fake.w')).toMatchObject({ status: 'not-observable', runs: 0 });
    expect(check(report, 'fake.events/fake.w').reason).toMatch(/without a reader/);
    expect(exitCodeOf(report)).toBe(0);
  });

  it('is no success when nothing could be judged', async () => {
    const { report } = await runFake({ reader: 'none', only: ['fake.w'] });
    expect(exitCodeOf(report)).toBe(2);
  });
});
