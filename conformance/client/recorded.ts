import type { RawRequest } from '../../wire/request.ts';

/** One line of a recording as it is written (design section 7); other keys are ignored. */
interface RecordedLine {
  method?: unknown;
  path?: unknown;
  query?: unknown;
  headers?: unknown;
  body?: unknown;
  bodyBase64?: unknown;
}

/** A line that cannot be read; the message names the line, what came and what was expected. */
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
export function readRecordedLine(line: string, number: number): RawRequest {
  const entry = parse(line, number);
  const query = text(entry.query, 'query', number);
  return {
    method: text(entry.method, 'method', number) || 'GET',
    path: text(entry.path, 'path', number),
    query: query.startsWith('?') ? query.slice(1) : query,
    headers: headersOf(entry.headers, number),
    body: entry.bodyBase64
      ? Buffer.from(text(entry.bodyBase64, 'bodyBase64', number), 'base64')
      : Buffer.from(text(entry.body, 'body', number)),
  };
}

function parse(line: string, number: number): RecordedLine {
  let entry: unknown;
  try {
    entry = JSON.parse(line);
  } catch (error) {
    throw new RecordingError(
      `line ${number} is no JSON (${(error as Error).message}): expected one recorded request a line`,
    );
  }
  if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) {
    throw new RecordingError(
      `line ${number} is no JSON object: expected {"method", "path", "query", "headers", "body"}`,
    );
  }
  return entry;
}

function text(value: unknown, field: string, number: number): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') {
    throw new RecordingError(`line ${number}: "${field}" is ${typeof value}, expected a string or null`);
  }
  return value;
}

function headersOf(value: unknown, number: number): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new RecordingError(`line ${number}: "headers" is no object of names and values`);
  }
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name.toLowerCase(), String(held)]));
}
