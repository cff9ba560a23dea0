import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Proxy {
  url: string;
  seen: number;
  close(): void;
}

/**
 * A proxy in front of a server, on a port of its own.
 *
 * @param change what becomes of each path with its query; undefined answers 200 and forwards nothing
 */
export async function startProxy(
  target: string,
  change: (url: string) => string | undefined = (url) => url,
): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const server = createServer((incoming, answer) => {
    proxy.seen += 1;
    const path = change(incoming.url ?? '/');
    if (path === undefined) return void answer.end();
    const forwarded = request(
      { hostname, port, path, method: incoming.method, headers: incoming.headers },
      (upstream: IncomingMessage) => {
        answer.writeHead(upstream.statusCode ?? 502, upstream.headers);
        upstream.pipe(answer);
      },
    );
    forwarded.on('error', () => answer.writeHead(502).end());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const proxy: Proxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: 0,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return proxy;
}
