import type { Scenario } from '../../conformance/server/model.ts';
import type { Facts } from '../../generated/model.ts';
import { caseExample } from './example.ts';
import { type Explanation, type Line, told, versionOf } from './explanation.ts';
import { experimentsOf } from './known.ts';

/** An entry of the errata ledger: what the sources say, our ruling, the answers allowed, and a case that asks. */
export function explainLedger(facts: Facts, id: string): Explanation[] {
  const entry = facts.ledger[id];
  if (!entry) return [];
  // Where it is one question of many, few cases put it.
  const example = caseExample(facts, experimentsOf(facts), asks(id), ({ branches }) => (id in branches ? 1_000 : 40));
  return [
    {
      id,
      kind: 'ledger',
      versions: versionOf(facts),
      lines: [
        ['question', entry.question],
        ...entry.says.map(({ source, text }): Line => ['says', `${source}: ${text}`]),
        ['ruling', `${entry.ruling}: ${entry.reason}`],
        ...Object.entries(entry.answers).map(([name, text]): Line => ['answer', `${name}: ${text}`]),
        ...told('parameters', parametersOf(facts, id)),
        ...told('example', example === undefined ? [] : [example]),
      ],
    },
  ];
}

/** Parameters whose file names the entry. */
function parametersOf({ parameters }: Facts, id: string): string[] {
  return Object.values(parameters)
    .filter(({ decision, columns }) => decision === id || columns.some((column) => column.decision === id))
    .map(({ name }) => name);
}

/** Whether what is stored of a case tells an answer. */
function asks(id: string): (scenario: Scenario) => boolean {
  return ({ expected }) =>
    expected.some(
      ({ optional, copies, columns }) =>
        optional?.ledger === id ||
        copies?.ledger === id ||
        Object.values(columns).some(({ cell }) => cell.kind === 'answer' && cell.ledger === id),
    );
}
