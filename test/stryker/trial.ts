/** A process that runs the suite once, as its argument says in JSON, and prints the requirements that failed. */
import { type Asked, startOwn, testOwn } from './suite-run.ts';

const asked = JSON.parse(process.argv[2] ?? '') as Asked;
const { checks } = await testOwn(await startOwn(), asked);
const failed = checks.filter(({ status }) => status === 'failed').flatMap(({ requirements }) => requirements);
// A mutant may have left something running that would keep the process.
process.stdout.write(JSON.stringify(failed), () => process.exit(0));
