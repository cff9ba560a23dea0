/** The columns that tell what a User-Agent header says. */
import { type Agent, makerOf, type Stranger } from '../draw/agents.ts';
import { fits, holds } from './cells.ts';
import type { Columns } from './rows.ts';

const families = 'snowplow.user-agent.families';

/** Where they do not find the same version, parsers write it or a device beside the name, each in its own way. */
function naming({ browser, version }: Agent): Columns {
  const [major] = version?.split('.') ?? [];
  if (version !== undefined)
    return { br_name: holds(`${browser} ${major}`, families), br_version: holds(version, families) };
  const inIt = (value: unknown) => (String(value).includes(browser) ? undefined : `is ${value}`);
  return { br_name: fits(`a text with ${browser} in it`, families, inIt) };
}

/** Of a well-known program. */
export function described(agent: Agent): Columns {
  const { browser, system, engine, device } = agent;
  return {
    ...naming(agent),
    br_family: holds(browser, families),
    br_type: holds(device === 'Computer' ? 'Browser' : 'Browser (mobile)', families),
    br_renderengine: holds(engine, families),
    os_family: holds(system, families),
    os_manufacturer: holds(makerOf(agent), families),
    dvce_type: holds(device, families),
    // Whether a tablet is mobile, parsers of the time dispute.
    ...(device === 'Tablet' ? {} : { dvce_ismobile: holds(device === 'Mobile', 'snowplow.user-agent.mobile') }),
  };
}

/** A name that is not known is left out or said to be unknown; it is no blank. */
const noBlank = fits('no blank text', families, (value) => (/^ *$/.test(String(value)) ? 'is blank' : undefined));

/** Of one that is not known. */
export function guessed({ kind, device }: Stranger): Columns {
  return {
    br_name: noBlank,
    ...(kind === undefined ? {} : { br_type: holds(kind, families) }),
    ...(device === undefined ? {} : { dvce_type: holds(device, families) }),
  };
}
