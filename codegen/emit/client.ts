import type { Parameter } from '../model.ts';
import { encoderOf, encoderTable, hitInterface } from './client-hit.ts';
import { clientRuntime } from './client-runtime.ts';
import { sendersOf } from './client-senders.ts';
import type { Emitter } from './emitter.ts';
import { header } from './header.ts';

/** `client.ts`: a typed client in one file, without any import, for browsers and servers. */
export const clientFile: Emitter = {
  file: 'client.ts',
  text(source) {
    const all = Object.values(source.facts.parameters);
    const chosen = all.filter((parameter) => !isFixed(parameter));
    const encoders = chosen.map((parameter) => encoderOf(source, parameter).file);
    const families = chosen.some(({ names }) => names !== undefined);
    const senders = sendersOf(source);
    return [
      header('client', `${source.origin} and codegen/client`),
      hitInterface(source, chosen),
      encoderTable(source, chosen),
      functions(all.filter(isFixed), families),
      ...senders.map(({ text }) => text),
      clientRuntime([
        'query',
        ...(families ? ['families'] : []),
        ...new Set(encoders),
        'send-query',
        ...senders.map(({ file }) => file),
      ]),
    ].join('\n');
  },
};

/** A required parameter with one value says nothing: the client sends it by itself. */
function isFixed({ level, values }: Parameter): boolean {
  return level === 'required' && values?.length === 1;
}

function functions(fixed: readonly Parameter[], families: boolean): string {
  const entries = fixed.map(({ name, values }) => `${name}: ${JSON.stringify(values?.[0])}, `).join('');
  const table = families ? '{ ...encoders, ...familyEncoders(hit, families) }' : 'encoders';
  return `/** The texts of a hit by parameter, as a tracker reads them after decoding. Throws when a value has no such form. */
export function texts(hit: Hit): Record<string, string> {
  return { ${entries}...encodeTexts(hit, ${table}) };
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
