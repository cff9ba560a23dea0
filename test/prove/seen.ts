/** Which faults a request can show at all. */
import { suites } from '../../conformance/server/suites.ts';
import { type FaultFacts, faults } from '../../reference-server/faults/index.ts';

// What needs a setting that is off by default has tests of its own.
const experiments = suites.flatMap((suite) => suite.experiments).filter(({ option }) => option === undefined);
const checked = new Set(experiments.flatMap(({ requirements }) => requirements));

/** Those whose requirement a run of the suite checks. */
export const seen: readonly FaultFacts[] = faults.filter(({ requirement }) => checked.has(requirement));

/** The others: the tests of the server catch them. */
export const inside: readonly FaultFacts[] = faults.filter(({ requirement }) => !checked.has(requirement));

/** Ids of the faults that are said to be rare. */
export const rare: ReadonlySet<string> = new Set(faults.filter((fault) => fault.rare).map(({ id }) => id));
