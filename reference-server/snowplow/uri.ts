/** The test of the day: an address that is no URI of RFC 2396 makes the whole event bad. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const illegal = /[\x00-\x20"<>\\^`{|}\x7f-\xa0\p{Z}]|%(?![0-9A-Fa-f]{2})/u;
/** A colon before any slash, query or fragment, and no name of a scheme before it. */
const badScheme = /^(?![A-Za-z][A-Za-z0-9+.-]*:)[^:/?#]*:/;
/** A scheme, or two slashes, that nothing follows but a query or a fragment. */
const nothing = /^(?:[^:/?#]*:(?:\/\/)?|\/\/)(?:[?#]|$)/;
/** Finds the path of any text, empty at the least. */
const beforeQuery = /(?:[^:/?#]*:)?(?:\/\/[^/?#]*)?([^?#]*)/;

/** What forbids a text to be a URI, or undefined when nothing does. Letters beyond ASCII may stand in it. */
export function uriFault(uri: string): string | undefined {
  const found = illegal.exec(uri);
  if (found !== null) return `character ${JSON.stringify(found[0])} at index ${found.index} is illegal`;
  if (badScheme.test(uri)) return 'what stands before its first colon is no scheme';
  if (nothing.test(uri)) return 'it names no place';
  const [, path] = beforeQuery.exec(uri) as unknown as [string, string];
  if (/[[\]]/.test(path)) return 'brackets stand in the path';
  return uri.indexOf('#') === uri.lastIndexOf('#') ? undefined : 'there are two number signs';
}
