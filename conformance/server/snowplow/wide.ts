import { wideSample } from '../samples/samples.ts';
import { eachApart } from './apart.ts';
import type { Draw } from './draw/chosen.ts';
import { implemented, lessKnown } from './draw/groups.ts';
import { facts } from './protocol.ts';

const draw: Draw = (parameter) => wideSample(parameter, facts);

/** Values beyond the core domain. */
export const wide = eachApart({
  id: 'snowplow.wide',
  parameters: [...implemented, ...lessKnown].filter((parameter) => draw(parameter) !== undefined),
  aspect: 'wide',
  draw,
  casesPerRun: 8,
});
