import type { RawRequest } from '../../wire/request.ts';

/** A request as it was recorded. What is beyond the request itself helps to tell one client from another. */
export interface RecordedRequest extends RawRequest {
  /** Address it came from, when the recording has it. */
  address?: string | undefined;
  /** Epoch milliseconds at which it arrived, when the recording has it. */
  time?: number | undefined;
  /** The recording says that there was a body and does not hold it. */
  bodyUnknown?: boolean | undefined;
}

/** One line of a recording as it is written (design: contracts); other keys are ignored. */
interface RecordedLine {
  method?: unknown;
  path?: unknown;
  query?: unknown;
  headers?: unknown;
  body?: unknown;
  bodyBase64?: unknown;
  address?: unknown;
  time?: unknown;
}

/** An input that cannot be read; the message names the line or entry, what came and what was expected. */
export class RecordingError extends Error {
  override name = 'RecordingError';
}

/**
 * Reads one line of a recording.
 *
 * @param line one JSON object, without the line break
 * @param number number of the line, from 1, for the error
 * @throws RecordingError when the line is no JSON object or a field has another type than a recording has
 */
export function readRecordedLine(line: string, number: number): RecordedRequest {
  return recordedRequest(parse(line, number), `line ${number}`);
}

/**
 * Checks one recorded request that was parsed.
 *
 * @param place where it stands, for the error
 * @throws RecordingError when it is no object or a field has another type than a recording has
 */
export function recordedRequest(value: unknown, place: string): RecordedRequest {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new RecordingError(`${place} is no JSON object: expected {"method", "path", "query", "headers", "body"}`);
  }
  const entry: RecordedLine = value;
  const query = text(entry.query, 'query', place);
  return {
    method: text(entry.method, 'method', place) || 'GET',
    path: text(entry.path, 'path', place),
    query: query.startsWith('?') ? query.slice(1) : query,
    headers: headersOf(entry.headers, place),
    body: bodyOf(entry, place),
    address: typeof entry.address === 'string' ? entry.address : undefined,
    time: timeOf(entry.time),
  };
}

function parse(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new RecordingError(
      `line ${number} is no JSON (${(error as Error).message}): expected one recorded request a line`,
    );
  }
}

function text(value: unknown, field: string, place: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') {
    throw new RecordingError(`${place}: "${field}" is ${nameOfType(value)}, expected a string or null`);
  }
  return value;
}

function nameOfType(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

const utf8 = new TextEncoder();
const nothing = new Uint8Array(0);

function bodyOf({ body, bodyBase64 }: RecordedLine, place: string): Uint8Array {
  const encoded = text(bodyBase64, 'bodyBase64', place);
  if (!encoded) {
    const plain = text(body, 'body', place);
    return plain === '' ? nothing : utf8.encode(plain);
  }
  try {
    return Uint8Array.from(atob(encoded), (byte) => byte.charCodeAt(0));
  } catch {
    throw new RecordingError(`${place}: "bodyBase64" is no Base64`);
  }
}

function headersOf(value: unknown, place: string): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new RecordingError(`${place}: "headers" is ${nameOfType(value)}, expected an object of names and values`);
  }
  const headers: Record<string, string> = {};
  for (const [name, held] of Object.entries(value)) headers[name.toLowerCase()] = String(held);
  return headers;
}

/** Times are a help and no part of the contract: one that cannot be read is taken as not told. */
function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isFinite(time) ? time : undefined;
}
