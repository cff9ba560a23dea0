import { protocols } from '../../../generated/index.ts';
import type { Facts, Parameter } from '../../../generated/model.ts';
import { parameterNamed } from '../hit.ts';
import type { TrackedHit } from './tracking.ts';

/** A name that is neither a parameter nor a column that parameters fill. */
export class UnknownName extends Error {
  override name = 'UnknownName';
}

/**
 * What a hit says under a name: the name of a parameter, such as `url`, or of a stored column that one parameter
 * fills, such as `page_url`; `event` is the name that a code in `e` stands for.
 *
 * @returns the decoded text, undefined when the hit does not say it
 * @throws UnknownName when no hit of this version can say it
 */
export function textUnder(hit: TrackedHit, name: string): string | undefined {
  const facts = protocols[hit.protocol][hit.version];
  if (!facts || parameterNamed(facts, name) || Object.hasOwn(hit.parameters, name)) return own(hit, name);
  if (name === 'event') return eventName(facts, own(hit, 'e'));
  const filling = Object.values(facts.parameters).filter(({ columns }) =>
    columns.some(({ column }) => column === name),
  );
  if (filling.length === 0) throw new UnknownName(unknown(facts, name));
  const sent = filling.find((parameter) => own(hit, parameter.name) !== undefined);
  return sent && partOf(sent, name, own(hit, sent.name) ?? '');
}

function own({ parameters }: TrackedHit, name: string): string | undefined {
  return Object.hasOwn(parameters, name) ? parameters[name] : undefined;
}

/** `page_view` of `pv`; a code that stands for nothing is its own name. */
function eventName({ rules }: Facts, code: string | undefined): string | undefined {
  const { codes, names } = rules.event?.constants ?? {};
  if (code === undefined || !Array.isArray(codes) || !Array.isArray(names)) return code;
  return names[codes.indexOf(code)] ?? code;
}

/** A size fills two columns, width and height; other columns hold the text, or what a server makes of it. */
function partOf(parameter: Parameter, column: string, text: string): string {
  if (parameter.wireForm !== 'dimensions') return text;
  const at = parameter.columns.findIndex((each) => each.column === column);
  return parameter.columns.length > 1 ? (text.split('x')[at] ?? text) : text;
}

function unknown(facts: Facts, name: string): string {
  return (
    `${JSON.stringify(name)} is neither a parameter of ${facts.title} ${facts.version} nor a column that one fills: ` +
    'name a parameter, such as url, or a stored column, such as page_url'
  );
}
