import type { Change, Difference } from './model.ts';

/** The difference as a person reads it; what breaks a client comes last, where the screen ends. */
export function differenceText(difference: Difference): string {
  const { protocol, from, to, parameters, breaking } = difference;
  const lines = [
    `${protocol} ${from} → ${to}`,
    ...endpoints(difference),
    ...section(`Parameters added: ${parameters.added.length}`, parameters.added.map(named)),
    ...section(`Parameters removed: ${parameters.removed.length}`, parameters.removed.map(named)),
    ...section(
      `Parameters changed: ${parameters.changed.length} (${parameters.unchanged} are as they were)`,
      parameters.changed.flatMap(({ name, changes }) => changed(name, changes)),
    ),
    ...columns(difference),
    ...requirements(difference),
    ...section(
      `What breaks a client written for ${from}: ${breaking.length}`,
      breaking.map(({ what, why }) => `! ${what}  ${why}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function endpoints({ endpoints: { added, removed, changed: others } }: Difference): string[] {
  return section('End points', [
    ...added.map(({ path, methods }) => `+ ${path} (${methods.join(', ')})`),
    ...removed.map(({ path }) => `- ${path}`),
    ...others.flatMap(({ path, changes }) => changed(path, changes)),
  ]);
}

function columns({ columns: { added, removed, changed: others } }: Difference): string[] {
  return section(`Columns: ${added.length} added, ${removed.length} removed, ${others.length} changed`, [
    ...added.map((column) => `+ ${column}`),
    ...removed.map((column) => `- ${column}`),
    ...others.map(({ column, from, to }) => `~ ${column}  ${from} → ${to}`),
  ]);
}

function requirements({ requirements: { added, removed, changed: others } }: Difference): string[] {
  return section(`Requirements: ${added.length} added, ${removed.length} removed, ${others.length} changed`, [
    ...added.map(({ id, level, binds, sentence }) => `+ ${level} ${binds} ${id}  ${sentence}`),
    ...removed.map(({ id, level, binds }) => `- ${level} ${binds} ${id}`),
    ...others.map(({ id, from, to }) => `~ ${id}  ${from} → ${to}`),
  ]);
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', title, ...lines.map((line) => `  ${line}`)];
}

function named({ name, wireForm, status, columns, description }: Difference['parameters']['added'][number]): string {
  const fills = columns.length === 0 ? '' : ` → ${columns.join(', ')}`;
  return `${name} (${wireForm}, ${status})${fills}  ${description}`;
}

function changed(name: string, changes: readonly Change[]): string[] {
  return changes.map(({ what, from, to }) => `~ ${name}  ${what}: ${from || 'none'} → ${to || 'none'}`);
}
