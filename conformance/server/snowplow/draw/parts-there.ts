import type { Choices } from '../../model.ts';
import type { UrlParts } from '../../samples/url-parts.ts';

const optional = ['path', 'port', 'query', 'fragment', 'userinfo'] as const satisfies readonly (keyof UrlParts)[];

/** Each part that a URL may have, there and left out. */
export function partsThere<Plan>(partsOf: (plan: Plan) => UrlParts): Choices<Plan> {
  return Object.fromEntries(
    optional.flatMap((part) => [
      [`with ${part}`, (plan: Plan) => partsOf(plan)[part] !== undefined] as const,
      [`without ${part}`, (plan: Plan) => partsOf(plan)[part] === undefined] as const,
    ]),
  );
}
