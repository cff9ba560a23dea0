import { constantsOf } from '../constants.ts';
import type { EventRule } from '../event.ts';

interface Constants {
  names: readonly string[];
  parameters: readonly string[];
  separator: string;
}
const { names, parameters, separator } = constantsOf<Constants>('browser-features');

/** The names of the plugins that are switched on, as one list. */
export const browserFeatures: EventRule = ({ values, row }) => {
  const on = names.filter((_, index) => values.get(parameters[index] as string) === '1');
  row.br_features = on.join(separator) || null;
};
