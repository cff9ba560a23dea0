/** The listening socket: everything that can go wrong before a request is a request has an answer here. */
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Limits } from './limits.ts';

export type Receive = (request: IncomingMessage, response: ServerResponse) => void;

export function makeServer(limits: Limits, receive: Receive): Server {
  const server = createServer(
    {
      maxHeaderSize: limits.headBytes,
      headersTimeout: limits.headMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.patrolMs,
      keepAliveTimeout: limits.idleMs,
    },
    receive,
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(socket, error.code));
  server.on('connect', (_request, socket) => reply(socket, 405, 'This server is no proxy.'));
  return server;
}

const refusals: Readonly<Record<string, [status: number, text: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request line and headers are too long.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The chunk extensions are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not come in time.'],
};

function refuse(socket: Duplex, code: string | undefined): void {
  // A peer that reset its connection hears no answer.
  if (code === 'ECONNRESET' || !socket.writable) socket.destroy();
  else {
    const [status, text] = refusals[code ?? ''] ?? [400, 'This is no HTTP request.'];
    reply(socket, status, text);
  }
}

/** Where there is no response object, an answer is written by hand, and the connection ends. */
function reply(socket: Duplex, status: number, text: string): void {
  const body = `${text}\n`;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** Resolves with the port when listening; rejects with a sentence that says what to do. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const hint = error.code === 'EADDRINUSE' ? ' Another program listens there; give another --port, or 0.' : '';
      reject(new Error(`cannot listen on ${host}:${port}: ${error.message}.${hint}`, { cause: error }));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Takes no new connections, lets requests under way end within `graceMs`, then cuts what is left. */
export function stop(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}
