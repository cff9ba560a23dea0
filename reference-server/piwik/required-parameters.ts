/** Rule required-parameters: the site must exist, and `rec` must ask for recording. */
import type { Settings, Site } from '../settings/settings.ts';
import { Refusal } from './hit.ts';
import type { Parameters } from './parameters.ts';

/** Throws a Refusal when `idsite` is no id of a site. */
export function siteOf(settings: Settings, parameters: Parameters): Site {
  const id = parameters.integer('idsite') ?? 0;
  const site = settings.sites.get(id);
  if (site === undefined) throw new Refusal(`idsite is ${id}, which is not a site of this server; send a known one`);
  return site;
}

/** `rec` must be 1; servers of the time took any whole number but 0 (ledger piwik.rec-other-than-1). */
export function asksForRecording(parameters: Parameters): boolean {
  return parameters.integer('rec') === 1;
}
