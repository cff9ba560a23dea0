/** One HTTP request as it came, before any meaning. */
export interface RawRequest {
  method: string;
  /** Path without the query, as sent: `//piwik.php` is real. */
  path: string;
  /** Query without `?`, as sent; empty when there was none. */
  query: string;
  /** Names in lower case; a header sent several times is joined by a comma. */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** Last segment of a path, by which trackers are told apart: `piwik.php` of `/stats//piwik.php`. */
export function endpointOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
