/** A file that was fetched. */
import type { Experiment } from '../model.ts';
import { type LeavingPlan, leaving } from './leaving.ts';

export const download: Experiment<LeavingPlan> = leaving({
  parameter: 'download',
  rule: 'download',
  kind: 'download',
});
