/** Hits that touch every rule once: a fault that changes nothing of what they leave is none. */
import { conversions } from './conversions.ts';
import { lessPlain } from './less-plain.ts';
import { narrow } from './narrow.ts';
import { pages, singles } from './pages.ts';
import type { Probe } from './probe.ts';
import { requests } from './requests.ts';
import { toldApart } from './told-apart.ts';
import { visits } from './visits.ts';

export const probes: readonly Probe[] = [
  ...singles,
  ...pages,
  ...visits,
  ...conversions,
  ...requests,
  ...lessPlain,
  ...narrow,
  ...toldApart,
];
