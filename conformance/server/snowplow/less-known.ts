import { coreSample } from '../samples/samples.ts';
import { eachApart } from './apart.ts';
import { lessKnown } from './draw/groups.ts';
import { facts } from './protocol.ts';

/** Parameters that the protocol proposes, or that only clients know: a collector may not read them, or refuse them. */
export const lessKnownParameters = eachApart({
  id: 'snowplow.less-known',
  parameters: lessKnown,
  aspect: 'stored',
  draw: (parameter) => coreSample(parameter, facts),
  casesPerRun: 5,
});
