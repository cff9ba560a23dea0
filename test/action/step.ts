/** The GitHub action as it is read, and its shell step as a runner would start it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');

export interface Step {
  id?: string;
  uses?: string;
  shell?: string;
  run?: string;
  env?: Record<string, string>;
  with?: Record<string, string>;
}

export interface Action {
  inputs: Record<string, { description: string; default?: string; required?: boolean }>;
  outputs: Record<string, { value: string }>;
  runs: { using: string; steps: Step[] };
}

export interface Workflow {
  jobs: Record<string, { steps: Step[] }>;
}

export function yamlOf<Shape>(path: string): Shape {
  return parse(readFileSync(join(root, path), 'utf8')) as Shape;
}

export const action = yamlOf<Action>('action.yml');

export interface Ran {
  code: number | null;
  log: string;
  /** What was written for the summary of the job. */
  summary: string;
  /** What was written as outputs of the step. */
  outputs: string;
  /** A path in the folder the step ran in. */
  has(name: string): boolean;
  remove(): void;
}

/** Runs the step with these inputs, the others at their defaults, in an empty workspace. */
export function runTest(inputs: Readonly<Record<string, string>>, env: Record<string, string> = {}): Ran {
  const step = action.runs.steps.find(({ id }) => id === 'test');
  const workspace = mkdtempSync(join(tmpdir(), 'beaconform-action-'));
  const [summary, outputs] = ['summary.md', 'outputs.txt'].map((name) => join(workspace, name)) as [string, string];
  const given = Object.entries(step?.env ?? {}).map(([name, text]) => [name, expanded(text, inputs)]);
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-c', step?.run ?? 'exit 99'], {
    cwd: workspace,
    encoding: 'utf8',
    env: {
      ...process.env,
      GITHUB_ACTION_PATH: root,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_OUTPUT: outputs,
      ...Object.fromEntries(given),
      ...env,
    },
  });
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  return {
    code: status,
    log: stdout + stderr,
    summary: read(summary),
    outputs: read(outputs),
    has: (name) => existsSync(join(workspace, name)),
    remove: () => rmSync(workspace, { recursive: true }),
  };
}

/** `${{ inputs.name }}` as a runner fills it in. */
function expanded(text: string, inputs: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, name: string) => {
    return inputs[name] ?? action.inputs[name]?.default ?? '';
  });
}
