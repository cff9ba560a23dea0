/** The Micro view of a server, each event of which is shown some time after it was answered, as Micro of today does. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Shown {
  rawEvent: { context: { timestamp: string } };
}

export interface LateMicro {
  /** Base of the view, for `--reader-url`. */
  url: string;
  close(): void;
}

export async function startLateMicro(server: string, delayMs: number): Promise<LateMicro> {
  const shown = async (view: string) => {
    const events = (await (await fetch(`${server}/micro/${view}`)).json()) as Shown[];
    return events.filter(({ rawEvent }) => Date.parse(rawEvent.context.timestamp) <= Date.now() - delayMs);
  };
  const proxy = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const view = request.url?.replace('/micro/', '') ?? '';
    if (view === 'all') {
      const [good, bad] = [(await shown('good')).length, (await shown('bad')).length];
      response.end(JSON.stringify({ total: good + bad, good, bad }));
    } else {
      const { limit } = JSON.parse(body) as { limit: number };
      response.end(JSON.stringify((await shown(view)).slice(0, limit)));
    }
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/`,
    close: () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}
