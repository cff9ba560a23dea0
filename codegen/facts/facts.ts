import type { Facts, LedgerEntry, Requirement, Rule } from '../model.ts';
import { derivedRequirements } from './derived.ts';
import type { Edition } from './edition.ts';
import { parametersOf } from './parameters.ts';
import type { RecordFacts } from './records.ts';
import { routeFacts } from './routes.ts';
import { wireFormsOf } from './wire-forms.ts';

/** Everything the other rooms may know of an edition, in the shape of `codegen/model.ts`. */
export function factsOf(edition: Edition, records: readonly RecordFacts[]): Facts {
  return {
    protocol: edition.protocol.protocol,
    version: edition.version,
    title: edition.title,
    endpoints: edition.endpoints,
    routes: routeFacts(edition.routes),
    parameters: parametersOf(edition),
    wireForms: wireFormsOf(edition),
    records: Object.fromEntries(records.map(({ record, columns }) => [record, columns])),
    requirements: byId([...derivedRequirements(edition), ...requirementsOfRules(edition)]),
    rules: rulesOf(edition),
    ledger: byId(edition.errata.map(({ content }) => ledgerEntry(content))),
  };
}

function requirementsOfRules({ rules }: Edition): Requirement[] {
  return rules.flatMap(({ content: { rule, requirements } }) =>
    requirements.map(({ id, level, binds, sentence, source, parameter, breaks }) => ({
      ...{ id, level, binds, sentence, source, rule },
      ...(parameter === undefined ? {} : { parameter }),
      ...(breaks === undefined ? {} : { breaks }),
    })),
  );
}

/** The files of one rule together; the first one (by path) introduces the rule. */
function rulesOf({ rules }: Edition): Record<string, Rule> {
  const found: Record<string, Rule> = {};
  for (const { content } of rules) {
    const { rule, description, source, constants, requirements } = content;
    const first = found[rule] ?? { rule, description, source, constants: {}, requirements: [] };
    found[rule] = {
      ...first,
      constants: { ...first.constants, ...constants },
      requirements: [...first.requirements, ...requirements.map(({ id }) => id)],
    };
  }
  return found;
}

function ledgerEntry({
  id,
  question,
  says,
  ruling,
  reason,
  answers,
}: Edition['errata'][number]['content']): LedgerEntry {
  return { id, question, says, ruling, reason, answers };
}

function byId<Thing extends { id: string }>(things: readonly Thing[]): Record<string, Thing> {
  return Object.fromEntries(things.map((thing) => [thing.id, thing]));
}
