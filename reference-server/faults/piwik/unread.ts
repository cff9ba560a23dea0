/** What a server would see that overlooks some parameters. */
import { Parameters } from '../../piwik/parameters.ts';

export function unread({ pairs, forms }: Parameters, names: Iterable<string>): Parameters {
  const overlooked = new Set(names);
  return new Parameters(
    [...pairs.values()].filter(({ name }) => !overlooked.has(name)),
    forms,
  );
}
