import type { ComparedColumn, Difference } from '../difference.ts';
import { titleOf } from '../failure-lines.ts';
import { type Markup, markup } from '../markup.ts';

/** Expected and stored side by side, only the columns that differ, the differing part of each value marked. */
export function differenceTable(difference: Difference): Markup {
  const title = titleOf(difference);
  if (difference.columns.length === 0) return markup`<p class="row">${title}</p>`;
  return markup`<table class="difference ${difference.kind}">
<caption>${title}</caption>
<thead><tr><th scope="col">Column</th><th scope="col">Expected</th><th scope="col">Stored</th></tr></thead>
<tbody>${difference.columns.map(columnRow)}</tbody>
</table>`;
}

function columnRow({ name, expected, stored }: ComparedColumn): Markup {
  const [left, right] =
    expected === undefined || stored === undefined ? [whole(expected), whole(stored)] : marked(expected, stored);
  return markup`<tr><th scope="row"><code>${name}</code></th><td class="expected">${left}</td><td class="stored">${right}</td></tr>`;
}

function whole(value: string | undefined): Markup {
  return value === undefined ? markup`<span class="nothing">nothing</span>` : markup`<code>${value}</code>`;
}

/** Marks what lies between the common beginning and the common end; where nothing is common, nothing stands out. */
function marked(expected: string, stored: string): [Markup, Markup] {
  const [a, b] = [[...expected], [...stored]];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const parts = (text: readonly string[]) => {
    if (start + end < 3) return markup`<code>${text.join('')}</code>`;
    const middle = text.slice(start, text.length - end).join('');
    return markup`<code>${text.slice(0, start).join('')}${middle === '' ? undefined : markup`<mark>${middle}</mark>`}${text.slice(text.length - end).join('')}</code>`;
  };
  return [parts(a), parts(b)];
}
