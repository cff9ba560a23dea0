import type { IncomingMessage, ServerResponse } from 'node:http';
import { asset } from './assets.ts';
import type { LiveRequest } from './event.ts';

/** Bytes that may wait for a slow browser, before it has to connect anew and is told what is kept. */
const mayWait = 16 * 1024 * 1024;

/** The page at `/` and the stream of events it listens to. */
export class LivePage {
  readonly #listeners = new Set<ServerResponse>();
  readonly #history: () => readonly LiveRequest[];
  readonly #onLoopback: boolean;

  constructor(host: string, history: () => readonly LiveRequest[]) {
    this.#history = history;
    this.#onLoopback = isLoopback(host);
  }

  /** Answers the requests of the page; false when this is none of them. */
  answers({ method, url = '', headers }: IncomingMessage, response: ServerResponse): boolean {
    const path = url.split('?')[0] ?? '';
    if (method !== 'GET' || (path !== '/' && path !== '/favicon.ico' && !path.startsWith('/live/'))) return false;
    // A name of the network that was bent to this machine must not read what was recorded here.
    if (this.#onLoopback && !isLoopback(hostName(headers.host))) refuse(response, 403);
    else if (path === '/live/events') this.#listen(response);
    else give(response, path);
    return true;
  }

  send(request: LiveRequest): void {
    for (const listener of this.#listeners) {
      if (listener.writableLength > mayWait) listener.destroy();
      else listener.write(eventOf(request));
    }
  }

  close(): void {
    for (const listener of this.#listeners) listener.end();
  }

  #listen(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`retry: 1000\nevent: start\ndata: {}\n\n`);
    for (const request of this.#history()) response.write(eventOf(request));
    this.#listeners.add(response);
    response.once('close', () => this.#listeners.delete(response));
  }
}

function eventOf(request: LiveRequest): string {
  return `data: ${JSON.stringify(request)}\n\n`;
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

function give(response: ServerResponse, path: string): void {
  const found = asset(path);
  if (!found) {
    refuse(response, 404);
    return;
  }
  response.writeHead(200, {
    'content-type': found.type,
    'cache-control': 'no-store',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  response.end(found.text);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(status === 403 ? 'The live page is for names of this machine, such as localhost.\n' : 'Not found.\n');
}

function hostName(host: string | undefined): string {
  return (host ?? '').replace(/:[0-9]+$/, '').replace(/^\[|\]$/g, '');
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(?:\.[0-9]{1,3}){3}$/.test(name);
}
