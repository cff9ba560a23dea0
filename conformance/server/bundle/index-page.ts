import type { Report } from '../../../generated/files/report.ts';
import { code, plain, table } from '../reports/markdown/text.ts';
import type { BundledFailure } from './bundle.ts';

/** What lies in a bundle and how to use it. */
export function renderIndex({ target, seed, tool }: Report, bundled: readonly BundledFailure[]): string {
  const rows = bundled.map(({ check, folder, runs }) => [
    code(check.id),
    code(folder),
    typeof runs === 'string' ? `not run: ${plain(runs)}` : outcome(runs),
  ]);
  return `# Failures of ${plain(target)}

${plain(tool.name)} ${plain(tool.version)}, seed ${seed}. Each folder has

- \`repro.sh\`: sends the failing requests by curl, each time with visitors, addresses and names that were never used, and shows what was stored beside what must be;
- \`repro.test.ts\`: the same as a test that fails until the failure is gone. It needs only vitest: \`npx vitest run\`.

Both read \`BEACONFORM_TRACKER\` (the tracker URL), \`BEACONFORM_READER_URL\` (the records door) and \`BEACONFORM_TOKEN\` from the environment.

${table(['check', 'folder', 'repro.sh reproduced it'], rows)}
`;
}

function outcome(runs: Exclude<BundledFailure['runs'], string>): string {
  const count = runs.filter(({ reproduced }) => reproduced).length;
  return `${count} of ${runs.length}${count < runs.length ? ': flaky' : ''}`;
}
