import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { Sender } from '../../../conformance/server/run/send.ts';

it('closes while a request is on its way: that one gets no answer, and nothing else happens', async () => {
  const arrived = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    if (request.url === '/first') response.end();
    else arrived.resolve();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sender = new Sender({ trackerUrl: `http://127.0.0.1:${port}/tracker`, concurrency: 2 });
  expect(await sender.send({ method: 'GET', endpoint: 'first', query: '' })).toMatchObject({ kind: 'answer' });
  const waiting = sender.send({ method: 'GET', endpoint: 'never', query: '' });
  await arrived.promise;
  await sender.close();
  // An exception that nobody awaits would fail the run of this file.
  expect(await waiting).toMatchObject({ kind: 'none' });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
