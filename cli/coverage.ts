import type { Experiment } from '../conformance/server/model.ts';
import type { Facts } from '../generated/model.ts';

/** One section of a source document and what the product has of it. */
export interface SectionCoverage {
  protocol: string;
  version: string;
  section: string;
  parameters: number;
  /** Requirements that bind the server, and those of them that a check exercises. */
  server: number;
  checked: number;
  checks: number;
  /** Requirements that bind clients, which `check` judges. */
  client: number;
  /** Ids of requirements of the server that no check exercises. */
  unchecked: string[];
}

/** Section by section: parameters, requirements and checks. */
export function coverage(facts: Facts, experiments: readonly Experiment[]): SectionCoverage[] {
  const checks = new Map<string, number>();
  for (const experiment of experiments.filter(
    ({ protocol, versions }) => protocol === facts.protocol && versions.includes(facts.version),
  )) {
    for (const requirement of experiment.requirements) checks.set(requirement, (checks.get(requirement) ?? 0) + 1);
  }
  const requirements = Object.values(facts.requirements);
  const parameters = Object.values(facts.parameters);
  const sections = [...new Set([...parameters, ...requirements].map(({ source }) => source))].sort();
  return sections.map((section) => {
    const own = requirements.filter(({ source }) => source === section);
    const server = own.filter(({ binds }) => binds !== 'client');
    return {
      protocol: facts.protocol,
      version: facts.version,
      section,
      parameters: parameters.filter(({ source }) => source === section).length,
      server: server.length,
      checked: server.filter(({ id }) => checks.has(id)).length,
      checks: server.reduce((sum, { id }) => sum + (checks.get(id) ?? 0), 0),
      client: own.filter(({ binds }) => binds !== 'server').length,
      unchecked: server.filter(({ id }) => !checks.has(id)).map(({ id }) => id),
    };
  });
}

/** The table as text, one section a line, the unchecked requirements below it. */
export function coverageTable(rows: readonly SectionCoverage[]): string {
  const lines = ['parameters  server  checked  checks  client  section'];
  for (const row of rows) {
    const cells = [row.parameters, row.server, row.checked, row.checks, row.client].map(String);
    const [parameters, server, checked, checks, client] = cells as [string, string, string, string, string];
    const numbers = `${parameters.padStart(10)}  ${server.padStart(6)}  ${checked.padStart(7)}  ${checks.padStart(6)}  ${client.padStart(6)}`;
    lines.push(`${numbers}  ${row.protocol} ${row.version}: ${row.section}`);
    for (const id of row.unchecked) lines.push(`${' '.repeat(43)}no check: ${id}`);
  }
  return `${lines.join('\n')}\n`;
}
