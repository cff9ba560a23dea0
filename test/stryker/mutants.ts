/** The mutants of StrykerJS: its instrumenter writes all of a file's into it, each behind a switch. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { leftOut, root } from './semantics.ts';

/** What tells a mutant from all others, and stays true while other lines of its file change. */
export interface Place {
  file: string;
  /** The line the mutant begins in, without the blanks around it. */
  line: string;
  /** What is replaced, as it is written. */
  code: string;
  replacement: string;
  /** Name of StrykerJS for the kind of change, such as `EqualityOperator`. */
  mutator: string;
  /** Counts mutants that are alike in all of that, from 1. */
  occurrence: number;
}

export interface Mutant extends Place {
  /** Number of the switch in the instrumented files. */
  id: string;
  /** Where it begins, `file:line:column`, counted from 1. */
  at: string;
}

export interface Instrumented {
  mutants: Mutant[];
  /** TypeScript with the switches in it, by file. */
  sources: Map<string, string>;
}

type Found = Awaited<ReturnType<Instrumenter['instrument']>>['mutants'][number];

/** @param files relative to the repository */
export async function instrument(files: readonly string[]): Promise<Instrumented> {
  const read = files.map((name) => ({ name, mutate: true, content: readFileSync(resolve(root, name), 'utf8') }));
  const options = { plugins: null, excludedMutations: [], ignorers: [{ shouldIgnore: reasonToLeaveOut }] };
  const result = await new Instrumenter(quiet()).instrument(read, options);
  const lines = new Map(read.map(({ name, content }) => [name, content.split('\n')]));
  const seen = new Map<string, number>();
  const wanted = result.mutants.filter(({ status }) => status !== 'Ignored');
  const mutants = wanted.map((found) => {
    const mutant = describe(found, lines.get(found.fileName) ?? []);
    const alike = keyOf(mutant);
    const occurrence = (seen.get(alike) ?? 0) + 1;
    seen.set(alike, occurrence);
    return { ...mutant, occurrence };
  });
  return { mutants, sources: new Map(result.files.map(({ name, content }) => [name, content])) };
}

/** The same text for the same mutant, whatever else its file holds. */
export function keyOf({ file, line, code, replacement, mutator, occurrence }: Place): string {
  return JSON.stringify([file, line, code, replacement, mutator, occurrence]);
}

function describe({ id, fileName, location, mutatorName, replacement }: Found, lines: readonly string[]): Mutant {
  const { start, end } = location;
  const part = lines.slice(start.line, end.line + 1);
  part[part.length - 1] = part[part.length - 1]?.slice(0, end.column) ?? '';
  part[0] = part[0]?.slice(start.column) ?? '';
  return {
    id,
    at: `${fileName}:${start.line + 1}:${start.column + 1}`,
    file: fileName,
    line: (lines[start.line] ?? '').trim(),
    code: part.join('\n'),
    replacement,
    mutator: mutatorName,
    occurrence: 1,
  };
}

const reasons = new Map(
  leftOut.flatMap(({ declarations, reason }) => declarations.map((name) => [name, reason] as const)),
);

const propertyReasons = new Map(
  leftOut.flatMap(({ properties = [], reason }) => properties.map((name) => [name, reason] as const)),
);

interface Node {
  type: string;
  id?: { name?: string };
  key?: { name?: string };
  callee?: { name?: string };
}

interface Path {
  node: Node;
  parentPath?: Path | null;
}

/** What may stand between a text and the function that returns it or is given it. */
const within = new Set([
  'ConditionalExpression',
  'TemplateLiteral',
  'ReturnStatement',
  'BlockStatement',
  'IfStatement',
  'ForOfStatement',
]);

/** The function that returns a text or is given it; undefined for a text that something is compared with or looked up by. */
function functionOf(path: Path | null | undefined): string | undefined {
  for (let at = path; at; at = at.parentPath) {
    const { type, id, callee } = at.node;
    if (type === 'FunctionDeclaration') return id?.name;
    if (type === 'NewExpression' || type === 'CallExpression') return callee?.name;
    if (!within.has(type)) return undefined;
  }
  return undefined;
}

/** Asked by the instrumenter at each node of a file: a declaration that is left out takes all within it along. */
function reasonToLeaveOut(path: object): string | undefined {
  const { node, parentPath } = path as Path;
  if (node.type === 'StringLiteral' || node.type === 'TemplateLiteral') {
    const name = functionOf(parentPath) ?? '';
    return leftOut.find(({ words }) => words?.test(name))?.reason;
  }
  if (node.type === 'ObjectProperty') return propertyReasons.get(node.key?.name ?? '');
  const declares = node.type === 'FunctionDeclaration' || node.type === 'VariableDeclarator';
  return declares ? reasons.get(node.id?.name ?? '') : undefined;
}

type Logger = ConstructorParameters<typeof Instrumenter>[0];

/** Only what goes wrong is worth a line. */
function quiet(): Logger {
  const silent = () => {};
  const never = () => false;
  return {
    isTraceEnabled: never,
    isDebugEnabled: never,
    isInfoEnabled: never,
    isWarnEnabled: () => true,
    isErrorEnabled: () => true,
    isFatalEnabled: () => true,
    trace: silent,
    debug: silent,
    info: silent,
    warn: console.warn,
    error: console.error,
    fatal: console.error,
  };
}
