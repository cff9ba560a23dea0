/**
 * A process that runs the experiments one after another against the sound server, as its argument says in JSON, and
 * prints which mutants each of them reached: the others it need not be asked about.
 */
import { type Asked, answersOf, experimentsOf, failedIn, startOwn, testOwn } from './suite-run.ts';

/** Numbers of mutants that code ran through, by experiment; `static` before the first of them. */
export interface Reach {
  static: string[];
  experiments: Record<string, string[]>;
  /** Requirements that failed although no mutant was switched on. */
  failed: string[];
  /** Which of the allowed answers the server gave. */
  answers: string[];
}

/** What the instrumented code counts in, as StrykerJS names it. */
interface Counters {
  currentTestId?: string;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

const asked = JSON.parse(process.argv[2] ?? '') as Asked;
const global = globalThis as { __stryker__?: Counters };
global.__stryker__ ??= {};
const counters = global.__stryker__;

const failed: string[] = [];
const answers: string[] = [];
for (const id of experimentsOf(asked)) {
  counters.currentTestId = id;
  // A server of its own, which knows nothing yet.
  const server = await startOwn();
  const report = await testOwn(server, { ...asked, experiments: [id] });
  await server.close();
  failed.push(...failedIn(report));
  answers.push(...answersOf(report));
}
const { static: before = {}, perTest = {} } = counters.mutantCoverage ?? {};
const experiments = Object.fromEntries(Object.entries(perTest).map(([id, reached]) => [id, Object.keys(reached)]));
const reach: Reach = { static: Object.keys(before), experiments, failed, answers };
process.stdout.write(JSON.stringify(reach), () => process.exit(0));
