import type { StoredValue } from '../../model.ts';
import { referenceOf, splitColumn } from '../../readers/references.ts';
import type { BundledCase } from '../bundled-case.ts';
import type { Found } from '../expectations.ts';
import { word } from './quote.ts';

/** Functions that read rows back over the records door. */
export function readingFunctions({ facts, target }: BundledCase): string[] {
  const authorization =
    target.token === undefined ? '' : ` \${BEACONFORM_TOKEN:+--header "Authorization: Bearer $BEACONFORM_TOKEN"}`;
  return [
    'rows() { # a record, then column=value …: its rows as JSON',
    '  record=$1; shift',
    '  for pair in "$@"; do set -- "$@" --data-urlencode "$pair"; shift; done',
    `  curl --silent --show-error --get${authorization} "$@" "$door"records/${facts.protocol}/"$record"`,
    '}',
    'column() { # the values of a column, one a line',
    String.raw`  grep -oE "\"$1\":(\"([^\"\\\\]|\\\\.)*\"|[^,}]*)" | cut -d: -f2-`,
    '}',
    'by() { # a column; keys on standard input: the rows that refer to one of them, and without a key none',
    "  keys=$(tr -d '\"' | sort -u)",
    `  for key in \${keys:--1}; do printf '%s=%s ' "$1" "$key"; done`,
    '}',
    `patience=\${BEACONFORM_PATIENCE:-10} # times that rows are awaited, all in all`,
    'awaited() { # a function that finds rows',
    '  found=$("$1")',
    `  while [ "$patience" -gt 0 ]; do`,
    `    case $found in *'"records":[]'*) ;; *) return ;; esac`,
    '    patience=$((patience - 1)); sleep 0.3; found=$("$1")',
    '  done',
    '}',
  ];
}

/** The commands that find rows; keys of other records are looked up first. */
export function rowsCommand({ record, where }: Found, template: BundledCase['template']): string {
  // The door finds no row by NULL; the other columns are enough to find it.
  const conditions = Object.entries(where).filter(([, value]) => value !== null);
  return ['rows', record, ...conditions.map(([path, value]) => condition(path, value, template))].join(' ');
}

function condition(path: string, value: StoredValue, template: BundledCase['template']): string {
  const { key, rest } = splitColumn(path);
  const reference = referenceOf(key);
  if (rest === undefined || !reference) return word([`${path}=`, ...template(String(value))]);
  const inner = rowsCommand({ record: reference.record, where: { [rest]: value } }, template);
  return `$(${inner} | column ${reference.column} | by ${key})`;
}

/** The commands that print what the rows of a variable hold in a column, dotted or not, on one line. */
export function valuesCommand(variable: string, path: string): string {
  return `$(printf '%s' "$${variable}"${steps(path)} | tr '\\n' ' ')`;
}

function steps(path: string): string {
  const { key, rest } = splitColumn(path);
  const reference = referenceOf(key);
  if (rest === undefined || !reference) return ` | column ${key}`;
  return ` | rows ${reference.record} $(column ${key} | by ${reference.column})${steps(rest)}`;
}
