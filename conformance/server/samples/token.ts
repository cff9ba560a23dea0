/** Samples of the wire form `token`: none, since a drawn key opens nothing and a real one is not ours to draw. */
import type { SampleClasses } from './form.ts';

export function tokenSamples(): SampleClasses {
  return {};
}
