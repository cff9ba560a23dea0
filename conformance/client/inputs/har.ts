import { JSONParser } from '@streamparser/json';
import { type RecordedRequest, RecordingError, recordedRequest } from '../recorded.ts';

/** What is read of an entry of an HTTP Archive 1.2; every part may be absent or odd. */
interface Entry {
  startedDateTime?: unknown;
  request?: {
    method?: unknown;
    url?: unknown;
    headers?: unknown;
    bodySize?: unknown;
    postData?: { text?: unknown; params?: unknown; encoding?: unknown };
  };
}

/**
 * Requests of an HTTP Archive, as browsers export it. Its entries are read one by one: an archive also holds every
 * answer, and may be larger than memory.
 *
 * @throws RecordingError when it is no JSON, breaks off, or an entry is no request
 */
export async function* readHar(input: AsyncIterable<Uint8Array>): AsyncGenerator<RecordedRequest[]> {
  let requests: RecordedRequest[] = [];
  let count = 0;
  let failure: Error | undefined;
  const parser = new JSONParser({ paths: ['$.log.entries.*'], keepStack: false });
  parser.onValue = ({ value }) => {
    count += 1;
    requests.push(requestOf(value as Entry, `entry ${count}`));
  };
  parser.onError = (error) => {
    failure ??= error;
  };
  for await (const chunk of input) {
    if (!parser.isEnded) parser.write(chunk);
    if (failure) throw inHar(failure, count);
    yield requests;
    requests = [];
  }
  if (!parser.isEnded) throw new RecordingError(`the HAR breaks off after ${count} entries: export it again`);
}

function inHar(error: Error, count: number): Error {
  if (error instanceof RecordingError) return error;
  return new RecordingError(`the HAR is no JSON after entry ${count} (${error.message}): export it again`);
}

function requestOf(entry: Entry, place: string): RecordedRequest {
  const request = entry?.request;
  if (typeof request?.url !== 'string') throw new RecordingError(`${place} of the HAR has no "request" with a "url"`);
  const [, host = '', path = '', query = ''] =
    /^[a-z][a-z0-9+.-]*:(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/i.exec(request.url) ?? [];
  const headers = headersOf(request.headers);
  headers.host ??= headers[':authority'] ?? host;
  const { postData } = request;
  const field = postData?.encoding === 'base64' ? 'bodyBase64' : 'body';
  const body = bodyOf(postData);
  const raw = { method: request.method, path, query, headers, [field]: body, time: entry.startedDateTime };
  const recorded = recordedRequest(raw, `${place} of the HAR`);
  // Browsers leave out what a page sends as it is left (sendBeacon).
  if (body === undefined && Number(headers['content-length'] ?? request.bodySize) > 0) recorded.bodyUnknown = true;
  return recorded;
}

function headersOf(list: unknown): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const header of Array.isArray(list) ? list : []) {
    if (typeof header?.name === 'string') headers[header.name.toLowerCase()] = String(header.value);
  }
  return headers;
}

/** The text as it was sent; some browsers write a form as its fields only. */
function bodyOf(postData: NonNullable<Entry['request']>['postData']): unknown {
  if (postData?.text !== undefined && postData.text !== '') return postData.text;
  if (!Array.isArray(postData?.params) || postData.params.length === 0) return postData?.text;
  const form = new URLSearchParams();
  for (const field of postData.params) form.append(String(field?.name), String(field?.value ?? ''));
  return form.toString();
}
