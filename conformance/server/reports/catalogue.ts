import type { Facts, LedgerEntry, Requirement } from '../../../generated/model.ts';

/** What the spec says of the ids in a report. A report of another version may name ids that are not there. */
export interface Catalogue {
  requirement(id: string): Requirement | undefined;
  ledger(id: string): LedgerEntry | undefined;
  /** The rule a requirement belongs to, else the topic of its parameter: `visit`, `action parameters`. */
  groupOf(id: string): string;
}

export function catalogueOf(facts: readonly Facts[]): Catalogue {
  const requirement = (id: string) => facts.find(({ requirements }) => requirements[id])?.requirements[id];
  return {
    requirement,
    ledger: (id) => facts.find(({ ledger }) => ledger[id])?.ledger[id],
    groupOf: (id) => {
      const { rule, parameter = '' } = requirement(id) ?? {};
      const own = facts.find(({ requirements }) => requirements[id]);
      const topic = own?.parameters[parameter]?.topic;
      return rule ?? (topic === undefined ? 'other' : `${topic} parameters`);
    },
  };
}
