import type { Edition } from '../../facts/edition.ts';
import { commaList } from '../../facts/english.ts';
import type { Facts } from '../../model.ts';
import type { Source } from '../emitter.ts';
import { anchor, code, prose, table } from './markdown.ts';

/** Title, sources, contents, and the words that the rest of the document uses. */
export function opening({ edition, facts }: Source, headings: readonly string[]): string {
  const { description } = edition;
  const { versions } = edition.protocol;
  const { date = '', sources = [] } = versions.find(({ version }) => version === facts.version) ?? {};
  return `# ${facts.title}, version ${facts.version}

${prose(description)}
Written from ${prose(commaList(sources))} (${date}), in words of our own.

${headings.map((heading, index) => `${index + 1}. [${heading}](#${anchor(heading)})`).join('\n')}

**How to read this.** A *requirement* is one sentence that can be checked, with an id that never changes. Its level is
MUST, SHOULD or MAY (RFC 2119). It binds the *server* that stores, the *client* that sends, or both. A *value class* names
a kind of value: requirements about a parameter say for which classes they hold. A *ledger entry* settles a point on which
the sources contradict each other or are silent, and lists every answer a conforming tracker may give.
`;
}

/** Where requests go, and how they are written. */
export function transport({ edition, facts }: Source): string {
  const methods = new Set(edition.routes.flatMap((route) => route.methods));
  const several = [...edition.bodies.values()].map(({ description }) => ` ${description}`).join('');
  return `A client sends ${[...methods].join(' or ')} requests to a URL whose ${whereOf(facts)}. The parameters stand in the query as \`name=value\`, joined by \`&\`; names and values
are UTF-8, percent-encoded, and a plus sign is a blank.${several}
`;
}

/** How the path of a tracker's URL ends. */
function whereOf({ endpoints, routes }: Facts): string {
  const simple = routes.every(({ path }) => endpoints.includes(path));
  return simple
    ? `last path segment is\n${commaList(endpoints.map(code), 'or')}`
    : `path ends with\n${commaList(
        routes.map(({ path, methods }) => `${code(path)} (${methods.join(', ')})`),
        'or',
      )}`;
}

/** Every wire form in use, with the value classes of the edition. */
export function wireForms({ edition, facts }: Source): string {
  const rows = Object.values(facts.wireForms).map(({ wireForm, description, valueClasses }) => [
    code(wireForm),
    prose(description),
    code(JSON.stringify(edition.wireForms.get(wireForm)?.schema ?? {})),
    classes(valueClasses, 'MUST'),
    classes(valueClasses, 'SHOULD'),
  ]);
  return `How values are written. The schema judges the decoded text; a class under MUST lies where all known trackers store alike.

${table(['wire form', 'description', 'schema of the decoded text', 'classes, MUST', 'classes, SHOULD'], rows)}
What the classes mean:

${table(['class', 'values'], classesInUse(edition, facts))}`;
}

function classesInUse(edition: Edition, facts: Facts): string[][] {
  const used = new Set(Object.values(facts.wireForms).flatMap(({ valueClasses }) => Object.keys(valueClasses)));
  return [...used].sort().map((name) => [name, prose(edition.valueClasses.get(name) ?? '')]);
}

function classes(valueClasses: Readonly<Record<string, string>>, level: string): string {
  const names = Object.keys(valueClasses).filter((name) => valueClasses[name] === level);
  return names.join(', ');
}
