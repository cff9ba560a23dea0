/** The words of the suite: what is sent, what must be stored, and who asks for it. */
import type { Arbitrary } from 'fast-check';
import type { ProtocolName } from '../../generated/model.ts';

/** A stored value as every reader writes it: integers as numbers, decimals as plain strings, NULL as null. */
export type StoredValue = string | number | boolean | null;

/** One drawn value of a parameter: its meaning, its text after `name=` exactly as sent, and what its columns must hold. */
export interface Sample {
  /** The parameter it was drawn for; the coverage of a run counts the classes of those it knows. */
  parameter?: string;
  /** Value class: `ordinary`, `boundary`, `unicode` … */
  class: string;
  wire: string;
  /** One entry a column of the parameter, in the parameter's column order. */
  stored: readonly Cell[];
}

/** What a column must hold. */
export type Cell =
  | { kind: 'is'; value: StoredValue }
  /**
   * The ledger allows several answers; the report names the one the target gave.
   * Answers that mean the same value leave it open, until another column or case tells them apart.
   */
  | { kind: 'answer'; ledger: string; answers: Readonly<Record<string, StoredValue>> }
  /**
   * Rows of one group hold the same value in this column, rows of different groups different values; columns of other
   * records are matched by the last part of their path. The first row of a group is held against the rows listed
   * before it, the others against their group; the requirement of the row that breaks the pattern fails. The first row
   * listed has none to be held against and proves nothing.
   */
  | { kind: 'group'; group: string }
  /** The server chooses the value, within what `expected` says; `judge` returns what is wrong with it, or undefined. */
  | { kind: 'like'; expected: string; judge(value: StoredValue): string | undefined };

export interface ExpectedColumn {
  cell: Cell;
  requirement: string;
}

/** A row is found by columns of its own (`idvisitor`) or of a row it refers to (`idaction_url.name`). */
export type Where = Readonly<Record<string, StoredValue>>;

export interface ExpectedRecord {
  /** Name within the scenario, so that others can refer to it. */
  key: string;
  record: string;
  where: Where;
  columns: Readonly<Record<string, ExpectedColumn>>;
  /** Fails when the row is absent. */
  requirement: string;
  /** Fails when there are more rows than one; the same requirement unless named. */
  onceRequirement?: string;
  /**
   * The ledger allows the row to be stored or not. Each outcome names the answer it means,
   * or all of them when it does not tell them apart; the columns may then tell more.
   */
  optional?: { ledger: string; stored: string | readonly string[]; absent: string | readonly string[] };
  /** The same request is sent `sent` times: the ledger allows a row for each of them, or one for all. */
  copies?: { ledger: string; sent: number; each: string; one: string };
}

/** No row may be found. Judged only when the twin, one edit away and sent with it, was found. */
export interface AbsentRecord {
  record: string;
  where: Where;
  requirement: string;
  twin: string;
}

export interface OutgoingRequest {
  method: 'GET' | 'POST' | 'HEAD';
  /** Last path segment when it is not the tracker URL's own (`ice.png`). */
  endpoint?: string;
  /** Raw query without `?`, sent byte for byte. */
  query: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** What the answer itself must be. */
  answer?: readonly ExpectedAnswer[];
}

/** A check of one HTTP answer; returns what was wrong, or undefined. */
export interface ExpectedAnswer {
  requirement: string;
  expected: string;
  judge(answer: Answer): string | undefined;
}

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** Requests to send, one after another, and records to expect. */
export interface Scenario {
  requests: readonly OutgoingRequest[];
  /** All requests are sent at the same time, each over a connection of its own. */
  atOnce?: boolean;
  expected: readonly ExpectedRecord[];
  absent: readonly AbsentRecord[];
}

/** Values unique to one attempt of one case: a visitor used twice would be another experiment. */
export interface Identity {
  /** 16 hex digits, different for each `slot`. */
  visitor(slot: number): string;
  /** An IPv4 address, different for each `slot`. */
  address(slot: number): string;
  /** Text of `[a-z0-9-]`, different for each `slot`, starting with the run's marker. */
  text(slot: number): string;
  /** `http://beaconform.invalid/<text>`, different for each `slot`. */
  url(slot: number): string;
  /** Seconds since 1970 of the case's base clock: between 03:00 and 04:00 UTC of one of the last 20 days. */
  clock(dayOffset: number): number;
}

/** A goal that actions convert by themselves, when they match its pattern. */
export interface PatternGoal {
  id: number;
  match: 'url' | 'title' | 'file' | 'external_website';
  pattern: string;
  patternType: 'contains' | 'exact' | 'regex';
  caseSensitive: boolean;
}

/** What is known of a site of the target; lists are empty where nothing is. */
export interface SiteFacts {
  id: number;
  patternGoals: readonly PatternGoal[];
  /** Single addresses, `10.9.8.*` or `10.9.8.0/24`. */
  excludedAddresses: readonly string[];
  /** Parts of user agents. */
  excludedUserAgents: readonly string[];
  /** Names of query parameters. */
  excludedParameters: readonly string[];
  keepsFragment: boolean;
  siteSearch: boolean;
}

/** Whose token it is: of the Super User, of an administrator of the site, of other sites only, of a mere viewer. */
export type TokenRole = 'super-user' | 'site-admin' | 'other-site' | 'view-only';

/** What is known of the target: its facts, never its address. */
export interface TargetFacts {
  site: number;
  /** Set when a token was given: privileged parameters can be sent. */
  token: string | undefined;
  /** Manual goals of the site, by id, with their default revenue as a decimal. */
  goals: readonly { id: number; revenue: string; multiple: boolean }[];
  features: ReadonlySet<string>;
  /** Settings that differ from the tracker's defaults, by its own names; none where the target file names none. */
  options?: Readonly<Record<string, unknown>>;
  /** All sites that hits may be sent to, the one above among them; none when the target file names none. */
  sites?: readonly SiteFacts[];
  /** Tokens beside the one above, of those whose role is known. */
  roleTokens?: Readonly<Partial<Record<TokenRole, string>>>;
}

/**
 * What a plan may choose, by name, and how it shows that it chose it. Declared as a method, so that an experiment of
 * any plan is one of an unknown plan.
 */
export type Choices<Plan> = Readonly<Record<string, { chosen(plan: Plan): boolean }['chosen']>>;

/** A family of cases: draws a plan (the answer), renders it with an identity into requests and expected records. */
export interface Experiment<Plan = unknown> {
  /** `snowplow.event`; the check of one requirement in it is `snowplow.event/<requirement>`. */
  id: string;
  protocol: ProtocolName;
  versions: readonly string[];
  /** All requirements a case of it can exercise. */
  requirements: readonly string[];
  /** Why it cannot run on this target: `skipped` (not claimed) or `not-observable`; undefined when it can. */
  obstacle?(target: TargetFacts): { status: 'skipped' | 'not-observable'; reason: string } | undefined;
  /** Features a target must claim; else the experiment is skipped. A target without a list claims all. */
  features?: readonly string[];
  /** Setting of the tracker that must be on, and is off by default: runs only where the target file says it is. */
  option?: string;
  /**
   * Cases to draw for each run asked for: more than 1 when a case exercises only part of the requirements, less when
   * it is costly. Default 1; there is always one case at least, and with 0 no more.
   */
  casesPerRun?: number;
  /**
   * The branches of its rule that a plan chooses between: the sides of a limit, the ways to know a visitor, who wins.
   * Empty when every case takes the same one.
   */
  branches: Choices<Plan>;
  /** Value classes, as `parameter/class`, of values that it draws by itself. Samples tell theirs. */
  classes?: Choices<Plan>;
  /** A case exercises much beside its requirements: what fails elsewhere, too, is named before them. */
  broad?: true;
  /** Sends tokens that are wrong or not sufficient: at most 5 cases a run, after all others. */
  wrongToken?: boolean;
  plan(target: TargetFacts): Arbitrary<Plan>;
  render(plan: Plan, identity: Identity, target: TargetFacts): Scenario;
}
