import { afterEach } from 'vitest';
import type { JudgedRequest } from '../../../../conformance/client/finding.ts';
import {
  type RecordOptions,
  type RunningRecorder,
  startRecorder,
} from '../../../../conformance/client/record/server.ts';
import type { RecordedRequest } from '../../../../conformance/client/recorded.ts';

export interface Running extends RunningRecorder {
  requests: RecordedRequest[];
  judged: JudgedRequest[];
}

let running: Running | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

/** Starts a recorder that stops by itself when the test ends. */
export async function start(options: Partial<RecordOptions> = {}): Promise<Running> {
  const [requests, judged]: [RecordedRequest[], JudgedRequest[]] = [[], []];
  const server = await startRecorder({
    port: 0,
    host: '127.0.0.1',
    onRequest: (request) => requests.push(request),
    onJudged: (each) => judged.push(each),
    ...options,
  });
  running = Object.assign(server, { requests, judged });
  return running;
}

/** Stops it now, for a test that looks at what is settled then. */
export async function stop(): Promise<void> {
  await running?.close();
  running = undefined;
}
