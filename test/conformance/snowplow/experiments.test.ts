import { describe, expect, test } from 'vitest';
import type { Cell, Scenario } from '../../../conformance/server/model.ts';
import { marker } from '../../../conformance/server/run/identity.ts';
import { answerRequirements, checkScenario, storedRequirements } from '../../../conformance/server/run/scenario.ts';
import { snowplowCanary } from '../../../conformance/server/snowplow/canary.ts';
import { snowplowExperiments } from '../../../conformance/server/snowplow/experiments.ts';
import { facts } from '../../../generated/snowplow/2014-01/facts.ts';
import { draw, fixedIdentity, scenarios, target } from './drawing.ts';

const all = [snowplowCanary, ...snowplowExperiments];
const named = all.map((experiment) => [experiment.id, experiment] as const);
const CASES = 1000;

function cellsOf(scenario: Scenario): Cell[] {
  return scenario.expected.flatMap(({ columns }) => Object.values(columns).map(({ cell }) => cell));
}

/** Answers of the ledger that a scenario names. */
function answersIn(scenario: Scenario): { ledger: string; answer: string }[] {
  const ofCells = cellsOf(scenario).flatMap((cell) =>
    cell.kind === 'answer' ? Object.keys(cell.answers).map((answer) => ({ ledger: cell.ledger, answer })) : [],
  );
  const ofRows = scenario.expected.flatMap(({ optional, copies }) => [
    ...(optional
      ? [optional.stored, optional.absent].flat().map((answer) => ({ ledger: optional.ledger, answer }))
      : []),
    ...(copies ? [copies.each, copies.one].map((answer) => ({ ledger: copies.ledger, answer })) : []),
  ]);
  return [...ofCells, ...ofRows];
}

describe('the experiments of Snowplow', () => {
  test('have ids of their own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('between them list every requirement that binds collectors, and no other', () => {
    const listed = new Set(all.flatMap(({ requirements }) => requirements));
    const binding = Object.values(facts.requirements).filter(({ binds }) => binds !== 'client');
    expect([...listed].sort()).toEqual(binding.map(({ id }) => id).sort());
  });

  test.each(named)('%s renders what it draws, and exercises what it lists', (_, experiment) => {
    const exercised = new Set<string>();
    for (const seed of [1, 2, 3]) {
      for (const scenario of scenarios(experiment, seed, CASES)) {
        checkScenario(experiment, scenario);
        for (const id of [...storedRequirements(scenario), ...answerRequirements(scenario)]) exercised.add(id);
      }
    }
    expect([...exercised].sort()).toEqual([...new Set(experiment.requirements)].sort());
  });

  test.each(named)('%s renders the same plan with the same identity alike', (_, experiment) => {
    for (const plan of draw(experiment, 4, 50)) {
      const [one, other] = [1, 2].map(() => JSON.stringify(experiment.render(plan, fixedIdentity(), target)));
      expect(one).toBe(other);
    }
  });

  test.each(named)('%s marks every hit, and sends nothing a request line cannot hold', (_, experiment) => {
    for (const { requests } of scenarios(experiment, 5, 200)) {
      for (const { query } of requests) {
        expect(query).toMatch(new RegExp(`(^|&)(aid|uid)=${marker}-`));
        expect(query).toMatch(/^[\u0021-\u007e]*$/);
        expect(query.length).toBeLessThan(8000);
      }
    }
  });

  test.each(named)('%s names answers that the ledger has', (_, experiment) => {
    for (const scenario of scenarios(experiment, 6, 200)) {
      for (const { ledger, answer } of answersIn(scenario)) {
        expect(Object.keys(facts.ledger[ledger]?.answers ?? {}), ledger).toContain(answer);
      }
    }
  });

  test.each(named)('%s looks for columns that the records have', (_, experiment) => {
    const columns = new Set(
      Object.values(facts.records).flatMap((own) => own.map((one) => `${one.record}.${one.column}`)),
    );
    for (const scenario of scenarios(experiment, 7, 100)) {
      for (const { record, where, columns: judged } of scenario.expected) {
        for (const column of [...Object.keys(where), ...Object.keys(judged)])
          expect(columns).toContain(`${record}.${column}`);
      }
      for (const { record, where } of scenario.absent) {
        for (const column of Object.keys(where)) expect(columns).toContain(`${record}.${column}`);
      }
    }
  });
});

describe('the ledger of Snowplow', () => {
  /** Questions that no request can put, or whose answers the suite does not tell apart, each with the reason. */
  const unasked: Readonly<Record<string, string>> = {
    'snowplow.address-meaning': 'a matter of words',
    'snowplow.decimal-text': 'decimals are compared as numbers',
    'snowplow.empty-query': 'a request without parameters cannot be told from others',
    'snowplow.events-table': 'a reader shows the columns that there are',
    'snowplow.json-text': 'documents are compared by what they say',
    'snowplow.raw-characters': 'a raw blank ends the address in a request line',
  };

  test('has no question with several answers that the suite leaves unasked without a reason', () => {
    const asked = new Set(
      all.flatMap((experiment) => scenarios(experiment, 8, 600).flatMap(answersIn)).map(({ ledger }) => ledger),
    );
    const open = Object.values(facts.ledger).filter(({ answers }) => Object.keys(answers).length > 1);
    const left = open.map(({ id }) => id).filter((id) => !asked.has(id));
    expect(left.sort()).toEqual(Object.keys(unasked).sort());
  });
});
