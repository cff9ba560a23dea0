import type { LedgerAnswer, Report } from '../../../../generated/files/report.ts';
import type { Catalogue } from '../catalogue.ts';
import { type Markup, markup } from '../markup.ts';
import { visible } from '../visible.ts';

/** Which of the allowed answers the target gave where the sources differ or are silent: its fingerprint. */
export function answerSection({ answers }: Report, catalogue: Catalogue): Markup {
  const entries = [...Map.groupBy(answers, ({ ledger }) => ledger)];
  const list =
    entries.length === 0
      ? markup`<p>No case of this run told one answer from another.</p>`
      : markup`<p>Where the sources differ or are silent, several answers are right. These are this target’s.</p>
<table class="answers">
<thead><tr><th scope="col">Question</th><th scope="col">Answer of this target</th></tr></thead>
<tbody>${entries.map(([ledger, given]) => row(ledger, given, catalogue))}</tbody>
</table>`;
  return markup`<section id="answers" aria-labelledby="answers-title">
<h2 id="answers-title">Answers where the sources are open</h2>
${list}
</section>`;
}

function row(ledger: string, given: readonly LedgerAnswer[], catalogue: Catalogue): Markup {
  const entry = catalogue.ledger(ledger);
  const names = given.map(({ answer }) => answer);
  const others = Object.keys(entry?.answers ?? {}).filter((name) => !names.includes(name));
  return markup`<tr><td>${entry?.question ?? ''} <code class="id">${visible(ledger)}</code></td><td>${names.map(
    (name) => markup`<p><code>${visible(name)}</code> ${entry?.answers[name] ?? ''}</p>`,
  )}${others.length > 0 ? markup`<p class="others">also allowed: ${others.join(', ')}</p>` : undefined}</td></tr>
`;
}
