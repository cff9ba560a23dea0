import type { RecordedRequest } from '../recorded.ts';
import { linesOf } from './lines.ts';

/** Lines that are none of an access log; the first of them by number. */
export interface Unreadable {
  lines: number;
  first: number;
}

/**
 * Requests of an access log in the common or combined format, with or without a virtual host before the address. Such
 * a log holds no bodies: what clients send in them cannot be judged.
 *
 * @param unreadable counts lines of another format: logs of the world have some, and they are said at the end
 */
export async function* readAccessLog(
  input: AsyncIterable<Uint8Array>,
  unreadable: Unreadable,
): AsyncGenerator<RecordedRequest[]> {
  let number = 0;
  for await (const lines of linesOf(input)) {
    const requests: RecordedRequest[] = [];
    for (const line of lines) {
      number += 1;
      if (line.trim() === '') continue;
      const request = parseLogLine(line);
      if (request) requests.push(request);
      else {
        unreadable.lines += 1;
        unreadable.first ||= number;
      }
    }
    yield requests;
  }
}

const quoted = '"((?:[^"\\\\]|\\\\.)*)"';
/** A virtual host is told from an ident by the address that follows it. */
const format = new RegExp(
  `^(?:(\\S+) (?=[0-9a-f]*[.:][0-9a-f.:]* ))?(\\S+) \\S+ [^\\[]*\\[([^\\]]+)\\] ${quoted} ([0-9]{3}) \\S+(?: ${quoted} ${quoted})?`,
  'i',
);

/** One line; undefined when it has another format. */
export function parseLogLine(line: string): RecordedRequest | undefined {
  const match = format.exec(line);
  if (!match) return undefined;
  const [, host, address, moment = '', request = '', , referer, agent] = match;
  const [, method = '', target = ''] = /^(\S+) (.*?)(?: HTTP\/[0-9.]+)?$/s.exec(unescaped(request)) ?? [];
  const [, path = '', query = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?]*)?([^?#]*)(?:\?([^#]*))?/i.exec(target) ?? [];
  const headers: Record<string, string> = {};
  if (host) headers.host = host;
  if (referer && referer !== '-') headers.referer = unescaped(referer);
  if (agent && agent !== '-') headers['user-agent'] = unescaped(agent);
  return {
    method,
    path,
    query,
    headers,
    body: nothing,
    bodyUnknown: method !== 'GET',
    address,
    time: timeOf(moment),
  };
}

const nothing = new Uint8Array(0);
const simple: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', v: '\v', f: '\f' };

/** Servers write `"`, `\` and bytes beyond ASCII as escapes; a run of bytes is UTF-8. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/(?:\\x[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replace(/\\x/gi, ''), 'hex').toString('utf8'))
    .replace(/\\(.)/gs, (_, character: string) => simple[character] ?? character);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `20/Jan/2014:10:00:00 +0000` as epoch milliseconds. */
function timeOf(moment: string): number | undefined {
  const match = /^(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/.exec(moment);
  if (!match) return undefined;
  const [, day, month = '', year, clock, hours, minutes] = match;
  const number = String(months.indexOf(month) + 1).padStart(2, '0');
  const time = Date.parse(`${year}-${number}-${day}T${clock}${hours}:${minutes}`);
  return Number.isNaN(time) ? undefined : time;
}
