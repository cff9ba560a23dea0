/** A collector with the Micro view whose events are made as the pipeline of today makes them. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { enrich } from './enrich-of-today.ts';

const pixel = Buffer.from('R0lGODlhAQABAPAAAP///wAAACH5BAUAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');

export async function startMicroOfToday() {
  const good: object[] = [];
  const bad: object[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const target = request.url ?? '';
    const [path, query] = [target.replace(/\?.*/s, ''), target.replace(/^[^?]*\??/, '')];
    if (path === '/micro/all') {
      response.end(JSON.stringify({ total: good.length + bad.length, good: good.length, bad: bad.length }));
    } else if (path === '/micro/good' || path === '/micro/bad') {
      const { limit } = JSON.parse(body) as { limit: number };
      response.end(JSON.stringify((path === '/micro/good' ? good : bad).slice(0, limit)));
    } else if (path === '/i' || path === '/ice.png') collect(request, response, query);
    else response.writeHead(404).end('Not found');
  });
  const collect = (request: IncomingMessage, response: ServerResponse, query: string) => {
    const { headers, socket } = request;
    const enriched = enrich(query, headers as Record<string, string | undefined>, socket.remoteAddress ?? '');
    const user = /(?:^|; )sp=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? randomUUID();
    response.setHeader('Set-Cookie', `sp=${user}; Path=/; SameSite=None; Secure; HttpOnly`);
    response.setHeader('Content-Type', 'image/gif');
    response.end(pixel);
    // Validated after the answer, as Micro does.
    setImmediate(() => {
      if ('event' in enriched) good.unshift({ event: enriched.event });
      else
        bad.unshift({
          collectorPayload: null,
          rawEvent: { parameters: parametersOf(query) },
          errors: errorsOf(enriched.faults),
        });
    });
  };
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/i`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function parametersOf(query: string): object {
  return Object.fromEntries(new URLSearchParams(query));
}

function errorsOf(faults: readonly { path: string; message: string }[]): string[] {
  const messages = [{ error: { error: 'ValidationError', dataReports: faults } }];
  const schema = 'iglu:com.snowplowanalytics.snowplow.badrows/schema_violations/jsonschema/2-0-1';
  return ['Error while validating the event.', JSON.stringify({ schema, data: { failure: { messages } } })];
}
