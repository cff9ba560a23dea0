import type { BundledCase, RequestTemplate } from '../bundled-case.ts';
import { literal, word } from './quote.ts';

// Sent by curl on its own account; a case says all it wants to send.
const ownHeaders = ['User-Agent', 'Accept'];

/** The lines that send each request byte for byte, keep its answer and show its status. */
export function sendingLines({ requests }: BundledCase): string[] {
  return [
    `say() { printf '%s\\n' "$*"; }`,
    'send() { # the number of the request, then what curl gets',
    '  number=$1; shift',
    '  curl --silent --show-error --globoff --path-as-is --http1.1 --max-time 30 \\',
    '    --dump-header "$answers/$number.head" --output "$answers/$number.body" "$@" || say "request $number got no answer"',
    '  say "request $number: $(head -n 1 "$answers/$number.head" 2>/dev/null)"',
    '}',
    '',
    ...requests.map((request, index) => `send ${index + 1} ${argumentsOf(request).join(' ')}`),
  ];
}

function argumentsOf({ method, endpoint, query, headers, body }: RequestTemplate): string[] {
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const removed = [...ownHeaders, ...(body === undefined ? [] : ['Content-Type'])].filter(
    (name) => !given.has(name.toLowerCase()),
  );
  const url = endpoint === undefined ? '"$tracker"' : `"\${tracker%/*}"${literal(`/${endpoint}`)}`;
  return [
    ...(method === 'HEAD' ? ['--head'] : [`--request ${method}`]),
    ...removed.map((name) => `--header '${name}:'`),
    ...headers.map(([name, value]) => `--header ${headerWord(name, value)}`),
    // Not as binary data: that would take a text that begins with @ for the name of a file.
    ...(body === undefined ? [] : [`--data-raw ${word(body)}`]),
    `${url}${query.length === 0 ? '' : word(['?', ...query])}`,
  ];
}

/** With a semicolon curl sends a header without a value; with a colon it would leave it out. */
function headerWord(name: string, value: RequestTemplate['headers'][number][1]): string {
  return value.length === 0 ? literal(`${name};`) : word([`${name}: `, ...value]);
}
