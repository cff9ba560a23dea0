/** Nine flags tell which plugins the browser has. */
import type { ParameterName } from '../../../generated/snowplow/2014-01/facts.ts';
import { allOf, type Chosen, columnsOf, pairsOf } from './draw/chosen.ts';
import { facts, parameter, snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { mayHold } from './row/cells.ts';
import { eventRow, of } from './row/rows.ts';

const constants = facts.rules['browser-features']?.constants ?? {};
const names = constants.names as readonly string[];
const flags = (constants.parameters as readonly ParameterName[]).map(parameter);

/** The names of the plugins that are on, as the list column shows them. */
function listed(chosen: readonly Chosen[]): string | null {
  const on = names.filter((_, index) => {
    const [cell] = chosen[index]?.sample.stored ?? [];
    return cell?.kind === 'is' ? cell.value === true : cell?.kind === 'answer' && cell.answers.columns === true;
  });
  return on.length === 0 ? null : on.join(String(constants.separator));
}

/** All flags are sent, each 0 or 1, so that a mixed-up column shows. */
export const browserFeatures = snowplow<readonly Chosen[]>({
  id: 'snowplow.browser-features',
  requirements: ['snowplow.browser-features.apart', 'snowplow.browser-features.list'],
  branches: {},
  plan: () => allOf(flags),
  render: (chosen, identity) => {
    const application = identity.text(0);
    const list = mayHold(
      'snowplow.plugin-columns',
      listed(chosen),
      { columns: null, list: listed(chosen) },
      'snowplow.browser-features.list',
    );
    return {
      requests: [get(event('pv', application, pairsOf(chosen)))],
      expected: [
        eventRow('event', of(application), 'snowplow.browser-features.apart', {
          ...columnsOf(chosen, () => 'snowplow.browser-features.apart'),
          br_features: list,
        }),
      ],
      absent: [],
    };
  },
});
