import type { Facts } from '../model.ts';
import { header, identifierOf } from './header.ts';

/** `generated/validators.ts`: the validator of every edition, by `protocol@version`. */
export function validatorsFile(editions: readonly Facts[]): string {
  const imports = editions.map(
    ({ protocol, version }) =>
      `import { validateRequest as ${identifierOf(protocol, version)} } from './${protocol}/${version}/validate.ts';`,
  );
  const entries = editions.map(
    ({ protocol, version }) => `  ${JSON.stringify(`${protocol}@${version}`)}: ${identifierOf(protocol, version)},`,
  );
  return `${header('validators', 'spec')}
import type { Violation } from './${editions[0]?.protocol}/${editions[0]?.version}/validate.ts';
${imports.join('\n')}

export type { Violation };

/** Judges the decoded parameters of a request by the schema of one version; an empty list means no fault. */
export type RequestValidator = (request: Readonly<Record<string, string>>) => Violation[];

/** Validators by protocol and version, such as \`piwik@2.0\`. */
export const validators: Readonly<Record<string, RequestValidator>> = {
${entries.join('\n')}
};
`;
}
