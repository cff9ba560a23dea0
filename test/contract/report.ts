import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** The report as the contract fixes it; read here by its published shape only. */
export interface ContractReport {
  tool: { name: string; version: string };
  target: string;
  protocols: { protocol: string; version: string }[];
  protocol?: string;
  protocolVersion?: string;
  seed: number;
  startedAt: string;
  durationMs: number;
  requestsSent: number;
  complete: boolean;
  summary: Record<'passed' | 'failed' | 'expectedFailures' | 'unexpectedPasses' | 'notObservable' | 'skipped', number>;
  checks: {
    id: string;
    requirements: string[];
    status: string;
    runs: number;
    reason?: string;
    counterexample?: { requests: unknown[] };
    reproduce?: { command: string; curl: string };
  }[];
  requirements: { id: string; level: string; status: string; checks: string[] }[];
  answers: { ledger: string; answer: string }[];
  problems?: string[];
}

const words = ['passed', 'failed', 'expected-failure', 'unexpected-pass', 'not-observable', 'skipped'];

/** Reads a report and asserts what holds of every one. */
export function readReport(file: string, token: string): ContractReport {
  const text = readFileSync(file, 'utf8');
  assert.ok(!text.includes(token), 'the token stands in the report');
  const report = JSON.parse(text) as ContractReport;
  assert.equal(report.tool.name, 'beaconform');
  assert.ok(report.requestsSent > 0 && report.durationMs >= 0);
  const counted = Object.values(report.summary).reduce((sum, part) => sum + part, 0);
  assert.equal(counted, report.checks.length, 'the summary counts checks');
  for (const check of report.checks) {
    assert.ok(words.includes(check.status), `status ${check.status}`);
    if (check.status === 'skipped' || check.status === 'not-observable')
      assert.ok(check.reason, `${check.id} hides its reason`);
  }
  for (const requirement of report.requirements)
    assert.ok(requirement.checks.length > 0, `${requirement.id} has no check`);
  return report;
}

export function failedRequirements(report: ContractReport): string[] {
  return report.requirements.filter(({ status }) => status === 'failed').map(({ id }) => id);
}
