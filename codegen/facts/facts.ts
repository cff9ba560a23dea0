import type { Facts, LedgerEntry, Requirement, Rule } from '../model.ts';
import { derivedRequirements } from './derived.ts';
import type { Edition } from './edition.ts';
import { parametersOf } from './parameters.ts';
import type { RecordFacts } from './records.ts';
import { wireFormsOf } from './wire-forms.ts';

/** Everything the other rooms may know of an edition, in the shape of `codegen/model.ts`. */
export function factsOf(edition: Edition, records: readonly RecordFacts[]): Facts {
  return {
    protocol: edition.protocol.protocol,
    version: edition.version,
    title: edition.protocol.title,
    endpoints: edition.endpoints,
    parameters: parametersOf(edition),
    wireForms: wireFormsOf(edition),
    records: Object.fromEntries(records.map(({ record, columns }) => [record, columns])),
    requirements: byId([...derivedRequirements(edition), ...requirementsOfRules(edition)]),
    rules: Object.fromEntries(edition.rules.map(({ content }) => [content.rule, ruleFacts(content)])),
    ledger: byId(edition.errata.map(({ content }) => ledgerEntry(content))),
  };
}

function requirementsOfRules({ rules }: Edition): Requirement[] {
  return rules.flatMap(({ content: { rule, requirements } }) =>
    requirements.map(({ id, level, binds, sentence, source, parameter }) => ({
      ...{ id, level, binds, sentence, source, rule },
      ...(parameter === undefined ? {} : { parameter }),
    })),
  );
}

function ruleFacts(file: Edition['rules'][number]['content']): Rule {
  const { rule, description, source, constants, requirements } = file;
  return { rule, description, source, constants: constants ?? {}, requirements: requirements.map(({ id }) => id) };
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
