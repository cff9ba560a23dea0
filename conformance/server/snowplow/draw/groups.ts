/** Parameters by what they are about. A new parameter in a known folder of the spec joins its group by itself. */
import type { Parameter } from '../../../../generated/model.ts';
import { facts } from '../protocol.ts';

/** Folders of parameters that belong to one kind of event, and its code. All others go with every event. */
const CODE_OF_TOPIC: Readonly<Record<string, string>> = {
  'ad-impression': 'ad',
  'ecommerce-item': 'ti',
  'ecommerce-transaction': 'tr',
  'page-ping': 'pp',
  'screen-view': 'sv',
  social: 's',
  structured: 'se',
  unstructured: 'ue',
};

/** The event that a parameter belongs to; a page view carries what goes with every event. */
export function codeFor(parameter: Parameter): string {
  return CODE_OF_TOPIC[parameter.topic] ?? 'pv';
}

/** Kinds of event that every known collector stores. */
export const coreCodes = ['pv', 'pp', 'se', 'tr', 'ti', 'ad'] as const;
export type CoreCode = (typeof coreCodes)[number];

const all = Object.values(facts.parameters);

/** Parameters the scenario gives itself, to tell its rows apart and to say what they are. */
const OWN = new Set(['e', 'aid']);

/** Two parameters for one column would be two answers to one question: the first keeps it. */
function withoutRivals(parameters: readonly Parameter[]): Parameter[] {
  const taken = new Set<string>();
  return parameters.filter(({ columns }) => {
    const rival = columns.some(({ column }) => taken.has(column));
    for (const { column } of columns) taken.add(column);
    return !rival;
  });
}

/** Read by every collector and kept in columns: what an event of the core domain is made of. */
export const implemented: readonly Parameter[] = withoutRivals(
  all.filter(({ name, status, columns }) => status === 'implemented' && columns.length > 0 && !OWN.has(name)),
);

/** Named by the protocol or sent by clients, but not read by every collector. */
export const lessKnown: readonly Parameter[] = all.filter(
  ({ status, columns }) => status !== 'implemented' && columns.length > 0,
);

/** The web-specific ones of them. */
export const webSpecific: readonly Parameter[] = implemented.filter(({ topic }) => topic === 'web');

/** What an event of this kind may carry. */
export function carriedBy(code: string): readonly Parameter[] {
  return implemented.filter(({ topic }) => (CODE_OF_TOPIC[topic] ?? code) === code);
}
