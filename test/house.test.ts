/** The house rules as tests: each failure says the path, the fault and the remedy. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));
const code = tracked.filter((path) => path.endsWith('.ts') && !path.startsWith('generated/'));

/** Rooms and the rooms they may import; a room not named may import every other. */
const mayImport: Record<string, readonly string[]> = {
  wire: [],
  generated: [],
  codegen: [],
  'reference-server': ['generated', 'wire'],
  'conformance/server': ['generated'],
  'conformance/client': ['generated', 'wire'],
  cli: ['generated', 'wire', 'reference-server', 'conformance/server', 'conformance/client'],
  bench: ['generated', 'wire', 'reference-server', 'conformance/server', 'conformance/client', 'cli'],
};
const rooms = [...Object.keys(mayImport), 'conformance', 'test', 'spec'];

function roomOf(path: string): string {
  return rooms.filter((room) => path.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0] ?? '';
}

function importsOf(path: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, path), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
}

function lines(path: string): number {
  return readFileSync(join(root, path), 'utf8').split('\n').length - 1;
}

function longFunctions(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const from = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const length = source.getLineAndCharacterOfPosition(node.end).line - from + 1;
      if (length > 40)
        found.push(
          `${path}:${from + 1}: a function of ${length} lines; at most 40: give a part of it a name of its own`,
        );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('the house', () => {
  it('has a wall between its rooms', () => {
    const faults = [
      ...code,
      ...tracked.filter((path) => path.startsWith('generated/') && path.endsWith('.ts')),
    ].flatMap((path) => {
      const room = roomOf(path);
      const allowed = mayImport[room];
      if (!allowed) return [];
      return importsOf(path)
        .map((name) => relative(root, resolve(root, dirname(path), name)))
        .filter((target) => roomOf(target) !== room && !allowed.includes(roomOf(target)))
        .map(
          (target) =>
            `${path}: imports ${target}; ${room} may import ${allowed.join(', ') || 'nothing'}: move what is needed, or take it from generated`,
        );
    });
    expect(faults).toEqual([]);
  });

  it('keeps no code in spec', () => {
    const faults = tracked.filter(
      (path) => path.startsWith('spec/') && !path.endsWith('.json') && !path.endsWith('.md'),
    );
    expect(faults.map((path) => `${path}: spec holds data only: write JSON`)).toEqual([]);
  });

  it('keeps files short', () => {
    const faults = [
      ...code
        .filter((path) => lines(path) > 200)
        .map((path) => `${path}: ${lines(path)} lines; at most 200: one concept a file`),
      ...tracked
        .filter(
          (path) =>
            path.startsWith('spec/') &&
            path.endsWith('.json') &&
            !/^spec\/(meta|files)\//.test(path) &&
            lines(path) > 40,
        )
        .map((path) => `${path}: ${lines(path)} lines; at most 40: split it by topic`),
    ];
    expect(faults).toEqual([]);
  });

  it('keeps functions short', () => {
    const faults = code.filter((path) => !path.startsWith('test/')).flatMap(longFunctions);
    expect(faults).toEqual([]);
  });

  it('gives names that say something', () => {
    const empty = /(^|\/)(utils?|helpers?|common|shared|misc)(\.|\/|$)/i;
    const faults = tracked
      .filter((path) => empty.test(path))
      .map((path) => `${path}: a name that says nothing: name it after what it holds`);
    expect(faults).toEqual([]);
  });

  it('has no filters in its generators', () => {
    const faults = code
      .filter((path) => path.startsWith('conformance/server/'))
      .filter((path) =>
        /\.chain\([^)]*\)\.filter\(|fc\.pre\(|fc\.[A-Za-z]+\([^;]*\)\s*\.filter\(/.test(
          readFileSync(join(root, path), 'utf8'),
        ),
      )
      .map((path) => `${path}: filters or rejects drawn values: construct the ones you want`);
    expect(faults).toEqual([]);
  });

  it('names no machine and no registry', () => {
    const told = /\/work\/|\/tmp\/bash|registry\.npmjs|\/root\//;
    const faults = tracked
      .filter((path) => !/\.(png|gz|tgz)$/.test(path) && path !== 'test/house.test.ts')
      .filter((path) => told.test(readFileSync(join(root, path), 'utf8')))
      .map((path) => `${path}: names a path of a machine or a registry host: say it relative to the repository`);
    expect(faults).toEqual([]);
  });

  it('makes a plain parameter one file', () => {
    const faults = tracked
      .filter((path) => /^spec\/[a-z]+\/parameters\//.test(path))
      .filter((path) => {
        const file = JSON.parse(readFileSync(join(root, path), 'utf8')) as { name: string };
        return !path.endsWith(`/${file.name}.json`);
      })
      .map((path) => `${path}: is not named as its parameter: rename the file`);
    expect(faults).toEqual([]);
  });
});
