import type { Facts } from '../model.ts';
import { header, identifierOf } from './header.ts';

/** `generated/index.ts`: the facts of every edition, by protocol and version. */
export function indexFile(editions: readonly Facts[]): string {
  const imports = editions.map(
    ({ protocol, version }) =>
      `import { facts as ${identifierOf(protocol, version)} } from './${protocol}/${version}/facts.ts';`,
  );
  const protocols = [...new Set(editions.map(({ protocol }) => protocol))].map((protocol) => {
    const versions = editions
      .filter((facts) => facts.protocol === protocol)
      .map(({ version }) => `    ${JSON.stringify(version)}: ${identifierOf(protocol, version)},`);
    return `  ${protocol}: {\n${versions.join('\n')}\n  },`;
  });
  return `${header('index', 'spec')}
import type { Facts, ProtocolName } from './model.ts';
${imports.join('\n')}

/** Facts by protocol and version; versions stand in the order of time. */
export const protocols: Readonly<Record<ProtocolName, Readonly<Record<string, Facts>>>> = {
${protocols.join('\n')}
};
`;
}
