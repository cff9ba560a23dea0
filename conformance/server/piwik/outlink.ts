/** A click on a link that leads out of the site. */
import type { Experiment } from '../model.ts';
import { type LeavingPlan, leaving } from './leaving.ts';

export const outlink: Experiment<LeavingPlan> = leaving({ parameter: 'link', rule: 'outlink', kind: 'outlink' });
