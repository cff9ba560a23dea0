import type { CoveredItem, ProtocolCoverage } from '../../../generated/files/report.ts';

/**
 * The coverage of the whole from those of its parts: cases add up, and what any part reached is reached.
 *
 * @param whole whether the parts together are everything there is
 */
export function mergeCoverage(
  parts: readonly ProtocolCoverage[],
  whole: (coverage: Pick<ProtocolCoverage, 'protocol' | 'version'>) => boolean,
): ProtocolCoverage[] {
  const groups = Map.groupBy(parts, ({ protocol, version }) => `${protocol} ${version}`);
  return [...groups.values()].map((own) => {
    const { protocol, version } = own[0] as ProtocolCoverage;
    return {
      protocol,
      version,
      whole: whole({ protocol, version }),
      requirements: added(own.flatMap(({ requirements }) => requirements)),
      parameters: added(own.flatMap(({ parameters }) => parameters)),
      valueClasses: added(own.flatMap(({ valueClasses }) => valueClasses)),
      ruleBranches: added(own.flatMap(({ ruleBranches }) => ruleBranches)),
    };
  });
}

function added(items: readonly CoveredItem[]): CoveredItem[] {
  return [...Map.groupBy(items, ({ id }) => id)].map(([id, own]) => {
    const cases = own.reduce((sum, item) => sum + item.cases, 0);
    const reason = own.find((item) => item.reason !== undefined)?.reason;
    return { id, cases, ...(cases > 0 || reason === undefined ? {} : { reason }) };
  });
}
