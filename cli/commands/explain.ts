import { Command } from 'commander';
import { experiments } from '../../conformance/server/experiments.ts';
import { versions } from '../../generated/index.ts';
import type { Facts, LedgerEntry, Parameter, Requirement } from '../../generated/model.ts';
import { editions } from '../../reference-server/editions.ts';
import { faults } from '../../reference-server/faults/index.ts';
import { UsageError } from '../exit.ts';

/** What is known of one id. */
interface Explanation {
  id: string;
  kind: 'requirement' | 'check' | 'parameter' | 'ledger' | 'fault';
  /** `piwik 2.0`: those of which all of it holds. */
  versions: string[];
  lines: [label: string, text: string][];
}

/** `beaconform explain ID`: the sentence, its source, its checks and faults. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('explain a requirement, check, parameter, ledger entry or fault')
    .argument('<id>')
    .option('--json', 'as one JSON document')
    .action((id: string, options: { json?: boolean }) => {
      const found = merged(allFacts().flatMap((facts) => explain(facts, id)));
      if (found.length === 0)
        throw new UsageError(`${JSON.stringify(id)} is no id of the spec: \`beaconform list\` prints all`);
      process.stdout.write(options.json ? `${JSON.stringify(found.map(flat), null, 2)}\n` : found.map(text).join('\n'));
    });
}

function explain(facts: Facts, id: string): Explanation[] {
  const bare = id.includes('/') ? id.slice(id.indexOf('/') + 1) : id;
  const parameter = facts.parameters[id] ?? facts.parameters[id.replace(`${facts.protocol}.`, '')];
  const requirement = facts.requirements[bare];
  const entry = facts.ledger[id];
  return [
    ...(requirement ? [ofRequirement(facts, requirement, id)] : []),
    ...(parameter ? [ofParameter(facts, parameter)] : []),
    ...(entry ? [ofLedger(facts, entry)] : []),
    ...faultsOf(facts)
      .filter((fault) => fault.id === id)
      .map(
        (fault): Explanation => ({
          id,
          kind: 'fault',
          versions: versionOf(facts),
          lines: [
            ['breaks', fault.requirement],
            ['how', fault.description],
          ],
        }),
      ),
  ];
}

function ofRequirement(facts: Facts, requirement: Requirement, id: string): Explanation {
  const parameter = requirement.parameter ? facts.parameters[requirement.parameter] : undefined;
  return {
    id,
    kind: id === requirement.id ? 'requirement' : 'check',
    versions: versionOf(facts),
    lines: [
      ['requirement', requirement.id],
      ['sentence', requirement.sentence],
      ['level', `${requirement.level}, binds ${requirement.binds}`],
      ['source', requirement.source],
      ...(requirement.rule ? [['rule', requirement.rule] as [string, string]] : []),
      ['checks', checksOf(facts, requirement.id).join(', ') || 'none'],
      [
        'faults',
        faultsOf(facts)
          .filter((fault) => fault.requirement === requirement.id)
          .map((fault) => fault.id)
          .join(', ') || 'none',
      ],
      ...(parameter ? [['example', curl(facts, parameter)] as [string, string]] : []),
    ],
  };
}

function ofParameter(facts: Facts, parameter: Parameter): Explanation {
  return {
    id: parameter.name,
    kind: 'parameter',
    versions: versionOf(facts),
    lines: [
      ['sentence', parameter.description],
      ['wire form', `${parameter.wireForm}: ${facts.wireForms[parameter.wireForm]?.description ?? ''}`],
      [
        'columns',
        parameter.columns.map(({ record, column, type }) => `${record}.${column} ${type}`).join(', ') || 'none',
      ],
      ['status', `${parameter.status}, ${parameter.level}, authentication ${parameter.authentication}`],
      ['source', parameter.source],
      ['example', curl(facts, parameter)],
    ],
  };
}

function ofLedger(facts: Facts, entry: LedgerEntry): Explanation {
  return {
    id: entry.id,
    kind: 'ledger',
    versions: versionOf(facts),
    lines: [
      ['question', entry.question],
      ...entry.says.map(({ source, text }): [string, string] => ['says', `${source}: ${text}`]),
      ['ruling', `${entry.ruling}: ${entry.reason}`],
      ...Object.entries(entry.answers).map(([name, text]): [string, string] => ['answer', `${name}: ${text}`]),
    ],
  };
}

/** Faults of the reference server, which speaks one version of each protocol. */
function faultsOf({ protocol, version }: Facts): typeof faults {
  if (editions[protocol].version !== version) return [];
  return faults.filter(({ requirement }) => requirement.startsWith(`${protocol}.`));
}

function curl(facts: Facts, parameter: Parameter): string {
  const basis = facts.protocol === 'piwik' ? 'idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2F' : 'e=pv&p=web';
  const path = facts.routes.find(({ methods }) => methods.includes('GET'))?.path;
  const name = parameter.names === undefined ? parameter.name : parameter.name.replace(/N$/, '1');
  const token = parameter.authentication === 'admin' ? '&token_auth=$BEACONFORM_TOKEN' : '';
  return `curl "http://127.0.0.1:8080/${path}?${basis}${token}&${name}=${parameter.examples[0]?.wire ?? ''}"`;
}

function checksOf({ version }: Facts, requirement: string): string[] {
  return experiments
    .filter(({ requirements, versions: tested }) => requirements.includes(requirement) && tested.includes(version))
    .map(({ id }) => `${id}/${requirement}`);
}

function versionOf({ protocol, version }: Facts): string[] {
  return [`${protocol} ${version}`];
}

/** What several versions say alike is said once. */
function merged(explanations: readonly Explanation[]): Explanation[] {
  const found = new Map<string, Explanation>();
  for (const explanation of explanations) {
    // The example names the end point, which differs where nothing else does.
    const same = explanation.lines.filter(([label]) => label !== 'example');
    const key = JSON.stringify([explanation.kind, same]);
    const first = found.get(key);
    if (first) first.versions.push(...explanation.versions);
    else found.set(key, explanation);
  }
  return [...found.values()];
}

function text({ id, kind, versions, lines: own }: Explanation): string {
  const lines = [['versions', versions.join(', ')] as const, ...own];
  return `${id} (${kind})\n${lines.map(([label, value]) => `  ${label.padEnd(12)} ${value}\n`).join('')}`;
}

function flat({ id, kind, versions, lines }: Explanation): Record<string, string | string[]> {
  const entries: Record<string, string | string[]> = { id, kind, versions };
  for (const [label, value] of lines) {
    const earlier = entries[label];
    entries[label] = earlier === undefined ? value : [earlier, value].flat();
  }
  return entries;
}

function allFacts(): Facts[] {
  return Object.values(versions).flat();
}
