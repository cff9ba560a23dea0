import type { Facts } from '../model.ts';
import type { Problems } from '../problems.ts';
import type { ProtocolSpec } from '../read/spec.ts';

/** Reports examples of the sources that name a ledger entry, record or column no version has. */
export function checkSources(spec: ProtocolSpec, versions: readonly Facts[], problems: Problems): void {
  for (const { path, content } of spec.sources) {
    for (const { name, decision, stored } of content.examples ?? []) {
      const report = (what: string): void =>
        problems.add(path, `names ${what} in the example "${name}", which does not exist`, 'Correct the name.');
      if (decision !== undefined && !versions.some(({ ledger }) => decision in ledger)) {
        report(`the ledger entry "${decision}"`);
      }
      for (const { record, columns } of stored) {
        const known = versions.flatMap(({ records }) => records[record] ?? []);
        for (const column of Object.keys(columns)) {
          if (!known.some((entry) => entry.column === column)) report(`the column "${record}.${column}"`);
        }
      }
    }
  }
}
