/** A process that proves the faults it is told, one after another. */
import { type FaultFacts, faults } from '../../reference-server/faults/index.ts';
import { proveFault } from './proof.ts';

export interface Task {
  fault: string;
  seeds: number[];
}

process.on('message', ({ fault, seeds }: Task) => {
  const known = faults.find(({ id }) => id === fault) as FaultFacts;
  proveFault(known, seeds).then(
    (proof) => process.send?.(proof),
    (error: unknown) => {
      console.error(`${fault}: ${error instanceof Error ? error.stack : error}`);
      process.exit(1);
    },
  );
});
