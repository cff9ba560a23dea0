import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Problems } from '../problems.ts';

/** A JSON file of the spec, with its path from the repository's root. */
export interface JsonFile<Content = unknown> {
  path: string;
  content: Content;
}

/** Reads one JSON file; a file that is no JSON is a problem, and undefined is returned. */
export function readJson(root: string, path: string, problems: Problems): JsonFile | undefined {
  try {
    return { path, content: JSON.parse(readFileSync(join(root, path), 'utf8')) };
  } catch (error) {
    problems.add(path, `is no JSON (${(error as Error).message})`, 'Write one JSON object in UTF-8.');
    return undefined;
  }
}

/** Reads every JSON file below a folder, sorted by path; a folder that does not exist is empty. */
export function readJsonFolder(root: string, folder: string, problems: Problems): JsonFile[] {
  if (!existsSync(join(root, folder))) return [];
  const files: JsonFile[] = [];
  for (const path of pathsBelow(root, folder)) {
    if (!path.endsWith('.json')) {
      problems.add(path, 'is not a .json file', 'The spec is data: keep only JSON files in it.');
      continue;
    }
    const file = readJson(root, path, problems);
    if (file !== undefined) files.push(file);
  }
  return files;
}

function pathsBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
