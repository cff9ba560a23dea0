import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');

/** A tracker that answers 200 with a GIF and stores nothing; `door` adds a records door that is always empty. */
export async function startStub(door: boolean): Promise<{ url: string; close(): void }> {
  const server = createServer((request, answer) => {
    request.resume();
    if (door && request.url?.startsWith('/records/')) {
      answer.setHeader('content-type', 'application/json').end('{"records":[]}');
    } else answer.setHeader('content-type', 'image/gif').end(gif);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
