/** A process that runs the suite once, as its argument says in JSON, and prints what it said. */
import { type Asked, answersOf, failedIn, startOwn, testOwn } from './suite-run.ts';

export interface Outcome {
  /** Requirements that failed. */
  failed: string[];
  /** Which of the allowed answers the server gave. */
  answers: string[];
}

const asked = JSON.parse(process.argv[2] ?? '') as Asked;
const report = await testOwn(await startOwn(), asked);
const outcome: Outcome = { failed: failedIn(report), answers: answersOf(report) };
// A mutant may have left something running that would keep the process.
process.stdout.write(JSON.stringify(outcome), () => process.exit(0));
