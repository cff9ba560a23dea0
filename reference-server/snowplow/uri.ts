/** The test of the day: an address that is no URI of RFC 2396 makes the whole event bad. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const illegal = /[\x00-\x20"<>\\^`{|}\x7f-\xa0\p{Z}]|%(?![0-9A-Fa-f]{2})/u;
/** Of a text, what goes before its query and its fragment. */
const shape = /^(?:([^:/?#]*):)?(?:(\/\/)([^/?#]*))?([^?#]*)/;
const schemeName = /^[A-Za-z][A-Za-z0-9+.-]*$/;

/** What forbids a text to be a URI, or undefined when nothing does. Letters beyond ASCII may stand in it. */
export function uriFault(uri: string): string | undefined {
  const found = illegal.exec(uri);
  if (found !== null) return `character ${JSON.stringify(found[0])} at index ${found.index} is illegal`;
  const [, scheme, slashes, authority, path = ''] = shape.exec(uri) ?? [];
  if (scheme !== undefined && !schemeName.test(scheme)) return `${JSON.stringify(scheme)} is no scheme`;
  if (slashes !== undefined && authority === '' && path === '') return 'there is no authority after //';
  if (scheme !== undefined && slashes === undefined && path === '') return 'there is nothing after the scheme';
  if (/[[\]]/.test(path)) return 'brackets stand in the path';
  return uri.indexOf('#') === uri.lastIndexOf('#') ? undefined : 'there are two number signs';
}
