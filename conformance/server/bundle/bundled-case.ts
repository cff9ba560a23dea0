import type { CheckResult } from '../../../generated/files/report.ts';
import type { Facts } from '../../../generated/model.ts';
import type { Identity, OutgoingRequest, Scenario, TargetFacts } from '../model.ts';
import type { Case } from '../run/attempt.ts';
import { createIdentities } from '../run/identity.ts';
import type { RunOptions } from '../run/options.ts';
import { type PlannedProtocol, planRun } from '../run/plan.ts';
import { suites as allSuites } from '../suites.ts';
import { followed } from './followed.ts';
import { madeOf, recording, tokensOf, uuidsOf } from './slots.ts';
import { type SlotValues, slotsOf, type Template, templateOf } from './template.ts';

/** The case of a failed check, drawn again, with places for the values that each run has for itself. */
export interface BundledCase {
  check: CheckResult;
  requirement: string;
  facts: Facts;
  target: TargetFacts;
  protocol: PlannedProtocol;
  drawn: Case;
  /** As it was rendered for the bundle; its texts hold the values below. */
  scenario: Scenario;
  requests: readonly RequestTemplate[];
  /** Slots that the requests or what is expected of them name. */
  slots: readonly string[];
  /** Whether each run can have values of its own; else all send those of the bundle. */
  fresh: boolean;
  template(text: string): Template;
  /** The same case with the values of another run. */
  again(source: Identity): Rendered;
}

export interface RequestTemplate {
  method: OutgoingRequest['method'];
  endpoint: string | undefined;
  query: Template;
  headers: readonly (readonly [name: string, value: Template])[];
  body: Template | undefined;
}

/** The replay token that a failed check prints; undefined when it prints none. */
export function replayOf({ reproduce }: CheckResult): string | undefined {
  return /--replay (\S+)$/.exec(reproduce?.command ?? '')?.[1];
}

/**
 * Draws the case of a failed check again.
 *
 * @throws UsageError when the options draw another one
 */
export function bundledCase(check: CheckResult, options: RunOptions): BundledCase | undefined {
  const replay = replayOf(check);
  if (replay === undefined) return undefined;
  const plan = planRun({ ...options, replay }, options.suites ?? allSuites);
  const [protocol] = plan.protocols;
  const drawn = protocol && [...protocol.cases.flat(), ...protocol.last][0];
  if (!drawn) return undefined;
  const { target } = plan;
  const { again, values, fresh, scenario } = freed(drawn, target);
  const template = (text: string) => templateOf(text, values);
  const requests = scenario.requests.map((request) => templated(request, template));
  const expected = JSON.stringify([scenario.expected, scenario.absent]);
  const named = [...requests.flatMap(textsOf), template(expected)].flatMap(slotsOf);
  return {
    check,
    requirement: check.requirements[0] ?? '',
    facts: protocol.suite.facts,
    target,
    protocol,
    drawn,
    scenario,
    requests,
    slots: withSources(named),
    fresh,
    template,
    again,
  };
}

function textsOf({ query, headers, body }: RequestTemplate): Template[] {
  return [query, ...headers.map(([, value]) => value), ...(body ? [body] : [])];
}

function templated({ method, endpoint, query, headers = {}, body }: OutgoingRequest, of: BundledCase['template']) {
  return {
    method,
    endpoint,
    query: of(query),
    headers: Object.entries(headers).map(([name, value]) => [name, of(value)] as const),
    body: body === undefined ? undefined : of(body),
  };
}

/** The slots named and those that they are made of, which must have their values first. */
export function withSources(slots: readonly string[]): string[] {
  const all = new Set(slots.flatMap((slot) => [madeOf(slot)?.source ?? slot, slot]));
  return [...all].sort();
}

interface Rendered {
  scenario: Scenario;
  values: SlotValues;
}

/** Renders a case with places for its values, and makes sure that another run's values give that run's case. */
function freed(drawn: Case, target: TargetFacts) {
  const identities = createIdentities();
  const first = identities.next();
  const render = (source: Identity): Rendered => {
    const recorded = recording(source, first.clock);
    return { scenario: drawn.experiment.render(drawn.plan, recorded.identity, target), values: recorded.values };
  };
  const [one, other] = [render(first), render(identities.next())];
  const constant = new Set(uuidsOf(one.scenario, new Set()).values()).intersection(
    new Set(uuidsOf(other.scenario, new Set()).values()),
  );
  const withAll = ({ scenario, values }: Rendered): Rendered => ({
    scenario,
    values: new Map([...values, ...uuidsOf(scenario, constant), ...tokensOf(target)]),
  });
  const [own, others] = [withAll(one), withAll(other)];
  const scenario = followed(own, others);
  const fixed = { scenario: one.scenario, values: tokensOf(target) };
  return {
    fresh: scenario !== undefined,
    values: scenario ? own.values : fixed.values,
    scenario: scenario ?? one.scenario,
    again: (source: Identity) => (scenario ? withAll(render(source)) : fixed),
  };
}
