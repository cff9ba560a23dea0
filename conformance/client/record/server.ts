import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JudgedRequest } from '../finding.ts';
import { LivePage } from '../live/live-page.ts';
import type { RecordedRequest } from '../recorded.ts';
import type { JudgeOptions } from '../session/judge-stream.ts';
import { type Answer, answerTo } from './answer.ts';
import { longestBody, readBody } from './body.ts';
import { networkCookie } from './network-cookie.ts';
import { receivedRequest } from './received.ts';
import { Recorder } from './recorder.ts';

export interface RecordOptions extends JudgeOptions {
  /** 0 takes a free port. */
  port: number;
  host: string;
  /** Told of each request when it came. */
  onRequest(request: RecordedRequest): void;
  /** Told of each request once, when its verdict will not change any more, in the order of arrival. */
  onJudged(judged: JudgedRequest): void;
}

export interface RunningRecorder {
  url: string;
  port: number;
  /** Sentences about what could not be judged. */
  readonly notes: string[];
  /** Settles all verdicts and stops. */
  close(): Promise<void>;
}

/**
 * Starts a server that answers as a tracker does, and judges what clients send to it. A live page is at `/`.
 *
 * @throws Error of `node:net` when it cannot listen there
 */
export async function startRecorder(options: RecordOptions): Promise<RunningRecorder> {
  const recorder = new Recorder({
    ...options,
    onSettled: options.onJudged,
    onLive: (live) => page.send(live),
  });
  const page = new LivePage(options.host, () => recorder.kept);
  const server = createServer((message, response) => {
    handle(message, response).catch(() => response.destroy());
  });

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    if (page.answers(message, response)) return;
    const body = await readBody(message);
    if (!body) return give(response, tooLong);
    const request = receivedRequest(message, body, Date.now());
    options.onRequest(request);
    recorder.record(request);
    give(response, withCookie(request, answerTo(request, options.protocol !== undefined)));
  }

  server.listen(options.port, options.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    port,
    get notes() {
      return recorder.notes;
    },
    close: async () => {
      page.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      recorder.close();
    },
  };
}

function withCookie(request: RecordedRequest, answer: Answer): Answer {
  const tracked = answer.status < 400 && request.method !== 'OPTIONS';
  return tracked ? { ...answer, headers: { ...answer.headers, ...networkCookie(request) } } : answer;
}

const tooLong: Answer = {
  status: 413,
  headers: { 'content-type': 'text/plain; charset=utf-8', connection: 'close' },
  body: `The body is longer than the ${longestBody} bytes that are read. It was not recorded.\n`,
};

function give(response: ServerResponse, { status, headers, body }: Answer): void {
  const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length });
  response.end(body);
}
