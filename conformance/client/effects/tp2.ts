import type { Effects } from './effect.ts';
import { snowplowEffects } from './snowplow.ts';

const bad = 'A server makes the whole event a bad row: nothing of it reaches the table of events.';

/** enrich 6.10 (facts of today, sections 1 and 2), where it does not do as the pipeline of 2014 did. */
export const tp2Effects: Effects = {
  parameters: {
    url: 'A server stores the text, without the parts of the address.',
    refr: 'A server stores the text, without the parts of the address.',
    u: 'A server answers 400 and goes nowhere.',
    ip: 'A server stores the text unchecked in place of the address.',
  },
  wireForms: { ...snowplowEffects.wireForms, uuid: bad, json: bad, 'base64-json': bad },
  encoding: 'A server keeps what it cannot decode, or makes the whole event a bad row.',
  otherwise: snowplowEffects.otherwise,
};
