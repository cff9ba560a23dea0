import { Command } from 'commander';
import { versions } from '../../generated/index.ts';
import type { Facts } from '../../generated/model.ts';
import { UsageError } from '../exit.ts';
import { asJson, asText, type Explanation, merged } from '../explain/explanation.ts';
import { explainFault } from '../explain/fault.ts';
import { explainLedger } from '../explain/ledger.ts';
import { explainParameter } from '../explain/parameter.ts';
import { explainCheck, explainRequirement } from '../explain/requirement.ts';

/** `beaconform explain ID`: the sentence, its source, its checks and faults, and an example. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('explain a requirement, check, parameter, ledger entry or fault')
    .argument('<id>')
    .option('--json', 'as one JSON document')
    .action((id: string, options: { json?: boolean }) => {
      const found = merged(
        Object.values(versions)
          .flat()
          .flatMap((facts) => explain(facts, id)),
      );
      if (found.length === 0)
        throw new UsageError(`${JSON.stringify(id)} is no id of the spec: \`beaconform list\` prints all`);
      process.stdout.write(
        options.json ? `${JSON.stringify(found.map(asJson), null, 2)}\n` : found.map(asText).join('\n'),
      );
    });
}

function explain(facts: Facts, id: string): Explanation[] {
  return [explainRequirement, explainCheck, explainParameter, explainLedger, explainFault].flatMap((about) =>
    about(facts, id),
  );
}
