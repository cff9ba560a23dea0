/** A foreign key: the row whose `column` equals it in `record`. */
export interface Reference {
  record: string;
  column: string;
}

/** The keys of Piwik's log tables; Snowplow's rows refer to none. */
const rules: readonly { names: RegExp; to: Reference }[] = [
  { names: /^(visit_(entry|exit)_)?idaction(_|$)/, to: { record: 'log_action', column: 'idaction' } },
  { names: /^idvisit$/, to: { record: 'log_visit', column: 'idvisit' } },
  { names: /^idlink_va$/, to: { record: 'log_link_visit_action', column: 'idlink_va' } },
];

/** What a column refers to, or undefined when it is no foreign key. */
export function referenceOf(column: string): Reference | undefined {
  return rules.find(({ names }) => names.test(column))?.to;
}

/** `idaction_url.name` as its key `idaction_url` and the rest `name`; a plain column has no rest. */
export function splitColumn(path: string): { key: string; rest: string | undefined } {
  const dot = path.indexOf('.');
  return dot < 0 ? { key: path, rest: undefined } : { key: path.slice(0, dot), rest: path.slice(dot + 1) };
}

/** The record and plain column that a path ends at, or undefined when a step is no foreign key. */
export function endOf(record: string, path: string): Reference | undefined {
  const { key, rest } = splitColumn(path);
  if (rest === undefined) return { record, column: key };
  const reference = referenceOf(key);
  return reference && endOf(reference.record, rest);
}
