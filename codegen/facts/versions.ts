import type { ParameterFile } from '../read/shapes.ts';
import type { ProtocolSpec } from '../read/spec.ts';

/** A version's place in `protocol.json`, whose order is the order of time. */
function placeOf(versions: readonly string[], version: string): number {
  return versions.indexOf(version);
}

/**
 * The parameter as one version knows it, or undefined when that version does not know it. A change holds from the
 * version it names on; `added` means that no earlier version knows the parameter, and null takes a field away.
 */
export function parameterAt(
  file: ParameterFile,
  version: string,
  versions: readonly string[],
): ParameterFile | undefined {
  const changes = Object.entries(file['x-versions'] ?? {}).sort(
    ([a], [b]) => placeOf(versions, a) - placeOf(versions, b),
  );
  let present = !changes.some(([, change]) => change.added === true);
  let parameter: Changed = { ...file };
  for (const [from, { added, removed, 'x-column-types': types = {}, ...changed }] of changes) {
    if (placeOf(versions, from) > placeOf(versions, version)) break;
    if (added === true) present = true;
    if (removed === true) present = false;
    parameter = retyped({ ...parameter, ...changed }, types);
  }
  if (!present) return undefined;
  return Object.fromEntries(
    Object.entries(parameter).filter(([, value]) => value !== null),
  ) as unknown as ParameterFile;
}

type Changed = { [Field in keyof ParameterFile]?: ParameterFile[Field] | null };

function retyped(parameter: Changed, types: Readonly<Record<string, string>>): Changed {
  const columns = parameter['x-columns']?.map((column) => ({ ...column, type: types[column.column] ?? column.type }));
  return columns === undefined ? parameter : { ...parameter, 'x-columns': columns };
}

/** True when a thing that lists its versions belongs to this one; without a list it belongs to all. */
export function belongsTo(version: string, listed: readonly string[] | undefined): boolean {
  return listed === undefined || listed.includes(version);
}

export function versionNames(spec: ProtocolSpec): string[] {
  return spec.protocol.content.versions.map(({ version }) => version);
}
