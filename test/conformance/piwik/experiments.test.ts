import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Cell, Scenario } from '../../../conformance/server/model.ts';
import { piwikCanary } from '../../../conformance/server/piwik/canary.ts';
import { piwikExperiments } from '../../../conformance/server/piwik/experiments.ts';
import { endOf } from '../../../conformance/server/readers/references.ts';
import { marker } from '../../../conformance/server/run/identity.ts';
import { answerRequirements, checkScenario, storedRequirements } from '../../../conformance/server/run/scenario.ts';
import { facts, type RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import { draw, fixedIdentity, identities, scenarios, stranger, target } from './drawing.ts';

const all = [piwikCanary, ...piwikExperiments];
const named = all.map((experiment) => [experiment.id, experiment] as const);
const CASES = 1000;

/** No request shows them: they are about the inside of an installation, or of one that is set up in another way. */
const unseen: readonly string[] = [
  ...Object.values(facts.rules)
    .filter(({ rule }) => ['plugins', 'scheduled-tasks', 'tracker-cache'].includes(rule))
    .flatMap(({ requirements }) => requirements),
  ...([
    'piwik.exclusion.ignore-cookie',
    'piwik.exclusion.real-address',
    'piwik.exclusion.recording-off',
    'piwik.geolocation.database',
    'piwik.geolocation.provider-file',
    'piwik.geolocation.provider-found',
    'piwik.geolocation.provider-option',
    'piwik.geolocation.provider-type',
    // It switches off a look-up that leaves no column behind.
    'piwik.dp.authentication',
  ] satisfies RequirementId[]),
];

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

/** Everything a scenario sends. */
function sent({ requests }: Scenario): string {
  return JSON.stringify(requests);
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the experiments of Piwik', () => {
  test('have ids of their own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('between them list every requirement that a request can show, and no other', () => {
    const listed = new Set(all.flatMap(({ requirements }) => requirements));
    const binding = Object.values(facts.requirements).filter(({ binds }) => binds !== 'client');
    const shown = binding.map(({ id }) => id).filter((id) => !unseen.includes(id));
    expect([...listed].sort()).toEqual(shown.sort());
  });

  test.each(named)('%s renders what it draws, and exercises what it lists', (_, experiment) => {
    const exercised = new Set<string>();
    for (const seed of [1, 2, 3]) {
      for (const scenario of scenarios(experiment, seed, experiment.casesPerRun === 0.02 ? 20 : CASES)) {
        checkScenario(experiment, scenario);
        for (const id of [...storedRequirements(scenario), ...answerRequirements(scenario)]) exercised.add(id);
      }
    }
    expect([...exercised].sort()).toEqual([...new Set(experiment.requirements)].sort());
  });

  test.each(named)('%s renders the same plan with the same identity alike, whatever the time', (_, experiment) => {
    for (const plan of draw(experiment, 4, 20)) {
      const rendered = [Date.UTC(2013, 5, 1), Date.UTC(2031, 11, 31, 23, 59, 59)].map((now) => {
        vi.useFakeTimers({ now });
        return JSON.stringify(experiment.render(plan, fixedIdentity(), target));
      });
      expect(rendered[0]).toBe(rendered[1]);
    }
  });

  test.each(named)('%s uses no identity twice', (_, experiment) => {
    const own = identities();
    const words = (text: string) => text.match(/beaconform-[a-z0-9-]+|[?&"](?:_id|cid)=[^&"]+/g) ?? [];
    for (const plan of draw(experiment, 5, 20)) {
      const [first, second] = [own.next(), own.next()].map((identity) => experiment.render(plan, identity, target));
      const earlier = new Set(words(sent(first as Scenario)));
      const common = words(sent(second as Scenario)).filter((word) => earlier.has(word));
      expect(common).toEqual([]);
    }
  });

  test.each(named)('%s marks every request, and sends nothing a request line cannot hold', (_, experiment) => {
    for (const { requests } of scenarios(experiment, 6, 100)) {
      for (const { query, body = '', headers } of requests) {
        const bearsNothing = query === '' && body === '';
        expect(bearsNothing || `${query}${body}${headers?.referer ?? ''}`.includes(marker)).toBe(true);
        expect(query).toMatch(/^[\u0021-\u007e]*$/);
        expect(query.length).toBeLessThan(16_000);
      }
    }
  });

  test.each(named)('%s names answers that the ledger has', (_, experiment) => {
    for (const scenario of scenarios(experiment, 7, 200)) {
      for (const { ledger, answer } of answersIn(scenario)) {
        expect(Object.keys(facts.ledger[ledger]?.answers ?? {}), ledger).toContain(answer);
      }
    }
  });

  test.each(named)('%s looks for columns that the records have', (_, experiment) => {
    const columns = new Set(
      Object.values(facts.records).flatMap((own) => own.map((one) => `${one.record}.${one.column}`)),
    );
    const known = (record: string, path: string) => {
      const end = endOf(record, path);
      return end !== undefined && columns.has(`${end.record}.${end.column}`);
    };
    for (const { expected, absent } of scenarios(experiment, 8, 50)) {
      for (const { record, where, columns: judged = {} } of [
        ...expected,
        ...absent.map((a) => ({ ...a, columns: {} })),
      ])
        for (const path of [...Object.keys(where), ...Object.keys(judged)])
          expect(known(record, path), `${record}.${path}`).toBe(true);
    }
  });

  test.each(named)('%s says why it cannot run on a target of which nothing is known, or runs', (_, experiment) => {
    if (experiment.obstacle?.(stranger)) return;
    for (const scenario of scenarios(experiment, 9, 100, stranger)) {
      checkScenario(experiment, scenario);
      expect(sent(scenario)).not.toMatch(/token_auth=(undefined|&|")/);
      expect(sent(scenario)).not.toContain('cdt=');
    }
  });
});
