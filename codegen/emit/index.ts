import type { Facts } from '../model.ts';
import { header, identifierOf } from './header.ts';

/** `generated/index.ts`: the facts of every edition, by protocol and version, and in the order of time. */
export function indexFile(editions: readonly Facts[]): string {
  const imports = editions.map(
    ({ protocol, version }) =>
      `import { facts as ${identifierOf(protocol, version)} } from './${protocol}/${version}/facts.ts';`,
  );
  const names = [...new Set(editions.map(({ protocol }) => protocol))];
  const own = names.map((name) => editions.filter(({ protocol }) => protocol === name));
  const protocols = own.map((versions, index) => {
    const entries = versions.map(
      ({ protocol, version }) => `    ${JSON.stringify(version)}: ${identifierOf(protocol, version)},`,
    );
    return `  ${names[index]}: {\n${entries.join('\n')}\n  },`;
  });
  const ordered = own.map((versions, index) => {
    return `  ${names[index]}: [${versions.map(({ protocol, version }) => identifierOf(protocol, version)).join(', ')}],`;
  });
  return `${header('index', 'spec')}
import type { Facts, ProtocolName } from './model.ts';
${imports.join('\n')}

/** Facts by protocol and version. Their order means nothing: JavaScript puts a key such as \`5\` first. */
export const protocols: Readonly<Record<ProtocolName, Readonly<Record<string, Facts>>>> = {
${protocols.join('\n')}
};

/** The versions of each protocol in the order of time. */
export const versions: Readonly<Record<ProtocolName, readonly Facts[]>> = {
${ordered.join('\n')}
};
`;
}
