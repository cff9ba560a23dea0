import type { ShownRequest } from '../../../generated/files/report.ts';

/** What stands for the token in everything that is shown. */
export const tokenPlaceholder = '$BEACONFORM_TOKEN';

/** The requests as shell lines; the token comes from the environment. */
export function curlOf(requests: readonly ShownRequest[]): string {
  return requests.map(line).join('\n');
}

function line({ method, url, headers, body }: ShownRequest): string {
  const parts = ['curl --silent --show-error --globoff --path-as-is --output /dev/null'];
  if (method === 'HEAD') parts.push('--head');
  else if (method !== (body === undefined ? 'GET' : 'POST')) parts.push(`--request ${method}`);
  for (const [name, value] of Object.entries(headers))
    parts.push(`--header ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`);
  if (body !== undefined) parts.push(`--data-binary ${quoted(body)}`);
  return [...parts, quoted(url)].join(' ');
}

/** In single quotes, but for the token's variable, which the shell must see. */
function quoted(text: string): string {
  const pieces = text.split(tokenPlaceholder).map((piece) => `'${piece.replaceAll("'", String.raw`'\''`)}'`);
  return pieces.join(`"${tokenPlaceholder}"`).replaceAll(/^''(?=")|(?<=")''$/g, '');
}
