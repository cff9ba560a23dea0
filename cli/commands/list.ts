import { Command } from 'commander';
import { experiments } from '../../conformance/server/experiments.ts';
import { suites } from '../../conformance/server/suites.ts';
import { versions } from '../../generated/index.ts';
import type { Facts } from '../../generated/model.ts';
import { faults } from '../../reference-server/faults/index.ts';
import { coverage, coverageTable, type SectionCoverage } from '../coverage.ts';
import { traces } from '../traces.ts';

/** `beaconform list`: everything that has an id. */
export function listCommand(): Command {
  return new Command('list')
    .description('list protocols, parameters, columns, requirements, checks and faults')
    .option('--json', 'as one JSON document')
    .option('--trace', 'the clauses of the source documents and where each is traced')
    .option('--coverage', 'the sections of the source documents: parameters, requirements, checks')
    .action((options: { json?: boolean; trace?: boolean; coverage?: boolean }) => {
      if (options.trace) process.stdout.write(options.json ? json(traces()) : traceTable());
      else if (options.coverage) process.stdout.write(options.json ? json(covered()) : coverageTable(covered()));
      else process.stdout.write(options.json ? json(everything()) : overview());
    });
}

function everything(): unknown {
  return {
    protocols: allFacts().map(listed),
    checks: experiments.flatMap((experiment) =>
      experiment.requirements.map((requirement) => ({
        id: `${experiment.id}/${requirement}`,
        requirements: [requirement],
      })),
    ),
    faults: faults.map(({ id, requirement, description }) => ({ id, requirement, description })),
  };
}

function listed(facts: Facts): unknown {
  const { protocol, version, title, endpoints, routes, parameters, records, requirements, rules, ledger } = facts;
  return {
    protocol,
    version,
    title,
    endpoints,
    routes,
    tested: isTested(facts),
    parameters: Object.values(parameters),
    records,
    requirements: Object.values(requirements),
    rules: Object.values(rules),
    ledger: Object.values(ledger),
  };
}

function overview(): string {
  const lines: string[] = [];
  for (const facts of allFacts()) {
    const untested = isTested(facts) ? '' : '; not tested yet, judged by check';
    lines.push(`${facts.title} (${facts.protocol} ${facts.version}${untested})`);
    for (const requirement of Object.values(facts.requirements)) {
      lines.push(
        `  ${requirement.level.padEnd(6)} ${requirement.binds.padEnd(6)} ${requirement.id}  ${requirement.sentence}`,
      );
    }
    for (const entry of Object.values(facts.ledger)) lines.push(`  ledger        ${entry.id}  ${entry.question}`);
  }
  lines.push('Faults of the reference server (serve --fault ID)');
  for (const fault of faults) lines.push(`  ${fault.id}  ${fault.description} Breaks ${fault.requirement}.`);
  return `${lines.join('\n')}\n`;
}

function covered(): SectionCoverage[] {
  return suites.flatMap(({ facts }) => coverage(facts, experiments));
}

function isTested(facts: Facts): boolean {
  return suites.some((suite) => suite.facts === facts);
}

function traceTable(): string {
  return traces()
    .map(({ clause, traced }) => `${clause}  ${traced}\n`)
    .join('');
}

function allFacts(): Facts[] {
  return Object.values(versions).flat();
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
