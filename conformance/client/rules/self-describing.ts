import type { Facts } from '../../../generated/model.ts';
import { type Finding, required } from '../finding.ts';
import { base64Text } from '../form.ts';
import type { ReadHit } from '../hit.ts';
import { excerpt } from '../message.ts';

type Document = { schema?: unknown; data?: unknown };

const kinds = {
  ue_pr: { id: 'snowplow.self-describing.event-wrapper', constant: 'event', base64: false },
  ue_px: { id: 'snowplow.self-describing.event-wrapper', constant: 'event', base64: true },
  co: { id: 'snowplow.self-describing.contexts-wrapper', constant: 'contexts', base64: false },
  cx: { id: 'snowplow.self-describing.contexts-wrapper', constant: 'contexts', base64: true },
} as const;

/** Documents of events and contexts name their schemas; a document that is none breaks the form of its parameter. */
export function selfDescribing({ facts, values }: ReadHit): Finding[] {
  const findings: Finding[] = [];
  for (const [name, { id, constant, base64 }] of Object.entries(kinds)) {
    const text = values.get(name);
    const schema = facts.rules['self-describing']?.constants[constant];
    if (!text || typeof schema !== 'string' || !(id in facts.requirements)) continue;
    const document = parsed(text, base64);
    const fault = document && faultOf(document.value, schema, constant === 'contexts');
    if (fault) findings.push(wrong(facts, id, name, fault, schema));
  }
  return findings;
}

function parsed(text: string, base64: boolean): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(base64 ? base64Text(text) : text) };
  } catch {
    return undefined;
  }
}

function faultOf(value: unknown, schema: string, list: boolean): string | undefined {
  const fault = wrapperFault(value, schema);
  if (fault) return fault;
  const { data } = value as Document;
  if (!list) return innerFault(data);
  if (!Array.isArray(data)) return 'has data that are no list';
  const odd = data.findIndex((one) => innerFault(one) !== undefined);
  // Only later versions of the wrapper allow an empty list.
  if (data.length === 0 && (value as Document).schema === `${schema}0`) return 'has an empty list of data';
  return odd < 0 ? undefined : `has at place ${odd} of its data a document that names no schema`;
}

function wrapperFault(value: unknown, schema: string): string | undefined {
  if (typeof value !== 'object' || value === null) return 'is no object';
  const named = (value as Document).schema;
  if (named === undefined) return 'names no schema';
  return typeof named === 'string' && named.startsWith(schema) ? undefined : `names the schema ${excerpt(`${named}`)}`;
}

function innerFault(value: unknown): string | undefined {
  const { schema, data } = typeof value === 'object' && value !== null ? (value as Document) : {};
  const named = typeof schema === 'string' && /^iglu:[^/]+\/[^/]+\/[^/]+\/\d+-\d+-\d+$/.test(schema);
  return named && data !== undefined ? undefined : 'holds a document that names no schema of its own';
}

function wrong(facts: Facts, id: string, name: string, fault: string, schema: string): Finding {
  return required(facts, id, name, {
    sent: `The document in ${name} ${fault}.`,
    expected: `Expected: {"schema": "${schema}0", "data": ...}, and in it documents with schemas of their own.`,
    effect: 'A server makes the whole event a bad row: nothing of it reaches the table of events.',
    remedy: 'Wrap the document, and name its schema.',
  });
}
