import { describe, expect, it } from 'vitest';
import { facts } from '../../generated/piwik/2.0/facts.ts';
import { missing, storedCases, vectorCases } from './corpus.ts';
import { judge, rulings, totals } from './verdict.ts';

const sources = [
  { file: 'piwik-2.0-stored.ndjson', cases: storedCases },
  { file: 'piwik-2.0-vectors.ndjson', cases: vectorCases },
];

describe.each(sources)('the recorded cases of $file', ({ file, cases }) => {
  const reason = missing(file);

  it.skipIf(reason !== undefined)(reason ?? 'are stored alike, but for what a ruling names', () => {
    const verdicts = cases().map(judge);
    const wrong = verdicts.filter(({ wrong }) => wrong.length > 0).map(({ id, wrong }) => ({ id, wrong }));
    expect(wrong).toEqual([]);
    const { agreed, ruled } = totals(verdicts).cases;
    expect(agreed).toBeGreaterThan(150);
    expect(ruled / verdicts.length).toBeLessThanOrEqual(0.1);
  });
});

describe('the rulings', () => {
  const present = sources.every(({ file }) => missing(file) === undefined);
  const all = sources.flatMap(({ cases }) => cases());

  it.skipIf(!present)('each explain a case that does differ', () => {
    const differing = new Set(
      all
        .map(judge)
        .filter(({ ruled }) => ruled.length > 0)
        .map(({ id }) => id),
    );
    expect(rulings.flatMap(({ cases }) => cases).filter((id) => !differing.has(id))).toEqual([]);
  });

  it('name a section of the document, or a bug that no server should copy, or why no request reaches it', () => {
    for (const { ledger, reason } of rulings) {
      expect(reason).toMatch(
        /^(?:The document says otherwise \(.+\)|A bug of the day \(section 9b\)|Not reachable over HTTP): ?./,
      );
      if (ledger !== undefined) expect(facts.ledger).toHaveProperty([ledger]);
    }
  });
});
