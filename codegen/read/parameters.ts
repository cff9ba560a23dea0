import type { Problems } from '../problems.ts';
import { type JsonFile, readJsonFolder } from './json-files.ts';
import type { MetaSchemas } from './meta-schemas.ts';
import type { ParameterChangeFile, ParameterFile } from './shapes.ts';

/**
 * Reads the parameter files of a protocol's folder. Where a file has no room for what a version changes, the change
 * stands in `changes/<version>/<name>.json`; it is read as if it stood under `x-versions`.
 */
export function readParameters(
  root: string,
  folder: string,
  meta: MetaSchemas,
  problems: Problems,
): JsonFile<ParameterFile>[] {
  const read = <Content>(part: string, kind: string): JsonFile<Content>[] => {
    const files = readJsonFolder(root, `${folder}/${part}`, problems);
    return files.filter((file): file is JsonFile<Content> => meta.accepts(kind, file, problems));
  };
  const parameters = read<ParameterFile>('parameters', 'parameter');
  const changes = read<ParameterChangeFile>('changes', 'parameter-change');
  for (const { path, content } of changes) {
    const { name, version } = content;
    if (path !== `${folder}/changes/${version}/${name}.json`) {
      const remedy = `Rename the file to ${folder}/changes/${version}/${name}.json.`;
      problems.add(path, `changes "${name}" in the version "${version}"`, remedy);
    } else if (!parameters.some((file) => file.content.name === name)) {
      problems.add(path, `changes the parameter "${name}", which has no file`, 'Name a parameter file.');
    }
  }
  return parameters.map((file) => withChanges(file, changes));
}

function withChanges(
  { path, content }: JsonFile<ParameterFile>,
  changes: readonly JsonFile<ParameterChangeFile>[],
): JsonFile<ParameterFile> {
  const own = changes.filter((change) => change.content.name === content.name);
  if (own.length === 0) return { path, content };
  const added = Object.fromEntries(own.map((change) => [change.content.version, change.content.change]));
  return { path, content: { ...content, 'x-versions': { ...content['x-versions'], ...added } } };
}
