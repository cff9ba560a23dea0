import { lowerFirst } from '../facts/english.ts';
import type { Parameter } from '../model.ts';
import { type ClientEncoder, clientEncoderOf } from './client-encoders.ts';
import { clientRuntime } from './client-runtime.ts';
import type { Emitter, Source } from './emitter.ts';
import { header } from './header.ts';

/** `client.ts`: a typed client in one file, without any import, for browsers and servers. */
export const clientFile: Emitter = {
  file: 'client.ts',
  text(source) {
    const chosen = Object.values(source.facts.parameters).filter((parameter) => !isFixed(parameter));
    const fixed = Object.values(source.facts.parameters).filter(isFixed);
    const encoders = chosen.map((parameter) => encoderOf(source, parameter).file);
    const { methods, bulk } = source.edition.transport;
    const senders = ['send-query', ...(methods.includes('POST') ? ['send-form'] : []), ...(bulk ? ['send-bulk'] : [])];
    return [
      header('client', `${source.origin} and codegen/client`),
      hitInterface(source, chosen),
      encoderTable(source, chosen),
      functions(fixed),
      ...(methods.includes('POST') ? [postFunction] : []),
      ...(bulk ? [bulkFunction] : []),
      clientRuntime(['query', ...new Set(encoders), ...senders]),
    ].join('\n');
  },
};

/** A required parameter with one value says nothing: the client sends it by itself. */
function isFixed({ level, values }: Parameter): boolean {
  return level === 'required' && values?.length === 1;
}

function encoderOf({ edition }: Source, { wireForm, values }: Parameter): ClientEncoder {
  // The values of a closed list are texts already.
  if (values !== undefined) {
    return { file: 'text', encode: 'text', type: values.map((value) => JSON.stringify(value)).join(' | ') };
  }
  const form = edition.wireForms.get(wireForm);
  if (form === undefined) throw new Error(`There is no wire form "${wireForm}".`);
  return clientEncoderOf(form);
}

function hitInterface(source: Source, parameters: readonly Parameter[]): string {
  const fields = parameters.map((parameter) => {
    const { name, level, wireForm, description, examples } = parameter;
    const form = lowerFirst(source.facts.wireForms[wireForm]?.description ?? '');
    const example = examples[0] === undefined ? '' : `   * Sent for example as \`${name}=${examples[0].wire}\`.\n`;
    const doc = `  /**\n   * ${description}\n   * Written as ${wireForm}: ${form}\n${example}   */`.replace(
      /\*\/(?=.)/g,
      '*\\/',
    );
    const { type } = encoderOf(source, parameter);
    return `${doc}\n  ${name}${level === 'required' ? `: ${type}` : `?: ${type} | undefined`};`;
  });
  return `/** What one request of ${source.facts.title} ${source.facts.version} says. */\nexport interface Hit {\n${fields.join('\n')}\n}\n`;
}

function encoderTable(source: Source, parameters: readonly Parameter[]): string {
  const entries = parameters.map((parameter) => `  ${parameter.name}: ${encoderOf(source, parameter).encode},`);
  const type = '{ readonly [Name in keyof Hit]-?: (value: NonNullable<Hit[Name]>) => string }';
  return `const encoders: ${type} = {\n${entries.join('\n')}\n};\n`;
}

function functions(fixed: readonly Parameter[]): string {
  const entries = fixed.map(({ name, values }) => `${name}: ${JSON.stringify(values?.[0])}, `).join('');
  return `/** The texts of a hit by parameter, as a tracker reads them after decoding. Throws when a value has no such form. */
export function texts(hit: Hit): Record<string, string> {
  return { ${entries}...encodeTexts(hit, encoders) };
}

/** A hit as a query without its question mark. */
export function query(hit: Hit): string {
  return joinQuery(texts(hit));
}

/** Sends a hit by GET. */
export async function track(tracker: Tracker, hit: Hit): Promise<Sent> {
  return sendQuery(tracker, query(hit));
}
`;
}

const postFunction = `/** Sends a hit by POST, for hits that are too long for a URL. */
export async function post(tracker: Tracker, hit: Hit): Promise<Sent> {
  return sendForm(tracker, query(hit));
}
`;

const bulkFunction = `/** Sends several hits in one request; they are tracked in their order. \`token\` authenticates all of them. */
export async function bulk(tracker: Tracker, hits: readonly Hit[], token?: string): Promise<BulkSent> {
  return sendBulk(tracker, hits.map(query), token);
}
`;
