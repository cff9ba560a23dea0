import type { Facts, Parameter, ProtocolName } from '../../../generated/model.ts';
import { matomoEffects } from './matomo.ts';
import { piwikEffects } from './piwik.ts';
import { snowplowEffects } from './snowplow.ts';
import { tp2Effects } from './tp2.ts';

/** What servers of a protocol do with a value that is not written as its form says; each is a whole sentence. */
export interface Effects {
  /** Parameters that servers treat otherwise than their form. */
  parameters: Readonly<Record<string, string>>;
  wireForms: Readonly<Record<string, string>>;
  /** For a value that cannot be decoded. */
  encoding: string;
  otherwise: string;
}

/** Of the first version of each protocol, and of later ones where servers do something else. */
const effects: Readonly<Record<ProtocolName, Effects>> = { piwik: piwikEffects, snowplow: snowplowEffects };
const laterEffects: Readonly<Record<string, Effects>> = { 'piwik@5': matomoEffects, 'snowplow@tp2': tp2Effects };

function effectsOf({ protocol, version }: Facts): Effects {
  return laterEffects[`${protocol}@${version}`] ?? effects[protocol];
}

/** What a server does with a value of this parameter that has another form. */
export function effectOfForm(facts: Facts, parameter: Parameter): string {
  const known = effectsOf(facts);
  return known.parameters[parameter.name] ?? known.wireForms[parameter.wireForm] ?? known.otherwise;
}

/** What a server does with a value whose percent-encoding is broken. */
export function effectOfEncoding(facts: Facts): string {
  return effectsOf(facts).encoding;
}
