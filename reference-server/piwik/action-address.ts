/** The text of the page's address that a hit carries. */
import type { Hit } from './hit.ts';

/** `url`; when neither it nor `urlref` is given, the header `Referer`, which an image on the page sends. */
export function addressText(hit: Hit): string {
  const { parameters, headers } = hit;
  const url = parameters.text('url');
  return url ?? (parameters.text('urlref') === undefined ? headers.referer : undefined) ?? '';
}
