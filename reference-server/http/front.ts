/** One HTTP request from its arrival to its answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, TrackerRequest } from '../model.ts';
import { BadRequest, textAnswer } from './answers.ts';
import { isBodiless, readBody } from './body.ts';
import type { CommitQueue } from './commit-queue.ts';
import type { Limits } from './limits.ts';
import { isLoopback, peerAddress } from './peer.ts';
import { type Endpoints, findRoute, type Route } from './routes.ts';
import { headerText, isBeyondAscii, readTarget } from './target.ts';
import { hasTestHeaders, withTestHeaders } from './test-headers.ts';

export interface FrontOptions {
  endpoints: Endpoints;
  limits: Limits;
  queue: CommitQueue;
  /** Obey the test headers of peers on loopback. */
  testHeaders: boolean;
  records(protocol: string, record: string, request: TrackerRequest): Answer;
  micro(view: string, request: TrackerRequest): Answer;
  /** Answers `/settings/piwik/<what>`. */
  settings(what: string, request: TrackerRequest): Answer;
  /** Told of faults of the server's own. */
  report(message: string): void;
}

/** Why a path is unknown, told to the person who tried it. */
const existing =
  'No such path. This server answers, under any prefix: /piwik.php (Piwik), /i and /ice.png (Snowplow), /health, ' +
  '/records/<protocol>/<record> when started with --records, and /micro/<view> when the configuration asks for it.';

export class Front {
  private readonly options: FrontOptions;
  private closing = false;

  constructor(options: FrontOptions) {
    this.options = options;
  }

  /** From now on every answer ends its connection. */
  close(): void {
    this.closing = true;
  }

  receive(message: IncomingMessage, response: ServerResponse): void {
    const respond = (answer: Answer) => this.send(message, response, answer);
    const refuse = (error: unknown) => {
      if (error instanceof BadRequest) respond(textAnswer(error.status, error.message));
      // When the connection broke there is nobody to answer.
      else if (!message.destroyed) {
        this.options.report(`a request was not answered: ${(error as Error).stack}`);
        respond(textAnswer(500, 'The request was not answered, by a fault of this server.'));
      }
    };
    try {
      const request = this.headOf(message);
      if (isBodiless(message)) this.route(request, respond);
      else {
        const { bodyBytes } = this.options.limits;
        readBody(message, bodyBytes)
          .then((body) => this.route({ ...request, body }, respond))
          .catch(refuse);
      }
    } catch (error) {
      refuse(error);
    }
  }

  private headOf(message: IncomingMessage): TrackerRequest {
    const target = message.url ?? '';
    const { targetBytes } = this.options.limits;
    if (target.length > targetBytes) throw new BadRequest(414, `the URL is longer than ${targetBytes} bytes`);
    return {
      method: message.method ?? '',
      ...readTarget(target),
      headers: headersOf(message),
      body: emptyBody,
      address: peerAddress(message.socket.remoteAddress),
      now: Date.now(),
    };
  }

  private route(request: TrackerRequest, respond: (answer: Answer) => void): void {
    const route = findRoute(this.options.endpoints, request.method, request.path);
    if (route.kind !== 'tracker') {
      respond(this.answerOf(route, request));
      return;
    }
    const obeyed = this.options.testHeaders && hasTestHeaders(request) && isLoopback(request.address);
    this.options.queue.submit(route.tracker, obeyed ? withTestHeaders(request) : request, respond);
  }

  private answerOf(route: Exclude<Route, { kind: 'tracker' }>, request: TrackerRequest): Answer {
    switch (route.kind) {
      case 'records':
        return this.options.records(route.protocol, route.record, request);
      case 'micro':
        return this.options.micro(route.view, request);
      case 'settings':
        return this.options.settings(route.what, request);
      case 'health':
        return textAnswer(200, 'ok');
      case 'wrong-method':
        return textAnswer(405, `Use ${route.allowed} here.`, { Allow: route.allowed });
      case 'unknown':
        return textAnswer(404, existing);
    }
  }

  private send(_message: IncomingMessage, response: ServerResponse, answer: Answer): void {
    // A body that was refused is read on and thrown away by Node, so that the peer, still writing, hears the answer.
    if (this.closing) response.shouldKeepAlive = false;
    try {
      response.writeHead(answer.status, { ...answer.headers, 'Content-Length': answer.body.length });
    } catch (error) {
      // An answer may repeat what a request said, and not every text can be a header.
      this.options.report(`an answer could not be written: ${(error as Error).message}`);
      response.writeHead(answer.status, { 'Content-Length': answer.body.length });
    }
    // As text it leaves in one piece with the head.
    response.end(
      Buffer.from(answer.body.buffer, answer.body.byteOffset, answer.body.length).toString('latin1'),
      'latin1',
    );
  }
}

const emptyBody = new Uint8Array();

function headersOf({ headers, rawHeaders }: IncomingMessage): TrackerRequest['headers'] {
  // Nearly all requests have nothing to decode; only set-cookie, which is no request header, is ever a list.
  if (!isBeyondAscii(rawHeaders.join(''))) return headers as TrackerRequest['headers'];
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, headerText(String(value))]));
}
