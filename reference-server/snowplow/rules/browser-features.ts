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
  let list = '';
  for (let index = 0; index < parameters.length; index += 1) {
    if (values.get(parameters[index] as string) !== '1') continue;
    list = list === '' ? (names[index] as string) : list + separator + names[index];
  }
  row.br_features = list === '' ? null : list;
};
