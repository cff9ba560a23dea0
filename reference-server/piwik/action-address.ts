/** The text of the page's address that a hit carries. */
import type { Hit } from './hit.ts';

/** `url`; when neither it nor `urlref` is given, the header `Referer`, which an image on the page sends. */
export function addressText(hit: Hit): string {
  const url = hit.parameters.text('url');
  if (url !== undefined || hit.parameters.text('urlref') !== undefined) return url ?? '';
  return hit.headers.referer ?? '';
}
