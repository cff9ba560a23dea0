import type { Facts, Parameter } from '../../generated/model.ts';
import type { Change, Difference, Named } from './model.ts';

/** Parameters that only one version has, and those that the versions describe differently. */
export function parametersBetween(from: Facts, to: Facts): Difference['parameters'] {
  const both = pairsOf(from, to).map(({ before, after }) => ({ name: before.name, changes: changesOf(before, after) }));
  const changed = both.filter(({ changes }) => changes.length > 0);
  return {
    added: onlyIn(to, from),
    removed: onlyIn(from, to),
    changed,
    unchanged: both.length - changed.length,
  };
}

/** Parameters of both versions. */
export function pairsOf(from: Facts, to: Facts): { before: Parameter; after: Parameter }[] {
  return Object.values(from.parameters).flatMap((before) => {
    const after = to.parameters[before.name];
    return after ? [{ before, after }] : [];
  });
}

function onlyIn(facts: Facts, other: Facts): Named[] {
  return Object.values(facts.parameters)
    .filter(({ name }) => !(name in other.parameters))
    .map(({ name, wireForm, level, status, description, columns }) => {
      return { name, wireForm, level, status, description, columns: columns.map(columnName) };
    });
}

function changesOf(before: Parameter, after: Parameter): Change[] {
  const changes = fields.map(([what, text]) => ({ what, from: text(before), to: text(after) }));
  return changes.filter(({ from, to }) => from !== to);
}

/** What is compared of a parameter, as a text. */
const fields: readonly [Change['what'], (parameter: Parameter) => string][] = [
  ['form', ({ wireForm }) => wireForm],
  ['values', ({ values }) => [...(values ?? [])].sort().join(', ')],
  ['level', ({ level }) => level],
  ['status', ({ status, deprecated }) => (deprecated ? `${status}, deprecated` : status)],
  ['authentication', ({ authentication }) => authentication],
  ['columns', ({ columns }) => columns.map((column) => `${columnName(column)} ${column.type}`).join(', ')],
  ['place', ({ queryOnly }) => (queryOnly ? 'query only' : '')],
];

function columnName({ record, column }: Parameter['columns'][number]): string {
  return `${record}.${column}`;
}
