/** What real clients sent, beside the repository: every violation and warning is explained, and the table is told. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../conformance/client/finding.ts';
import { readRecordedLine } from '../../../conformance/client/recorded.ts';
import { JudgeStream } from '../../../conformance/client/session/judge-stream.ts';
import explained from './explained.json' with { type: 'json' };

const corpus = resolve(import.meta.dirname, '../../../../shared/corpus');
/** Its tables are aligned by the formatter: blanks do not count. */
const page = readFileSync(resolve(import.meta.dirname, '../../../docs/clients.md'), 'utf8').replace(/ +/g, ' ');

interface Told {
  client: string;
  /** Set where the input was made odd on purpose: what such a request breaks is the doing of the caller. */
  driver: boolean;
  hits: number;
  reason: string | undefined;
  findings: Finding[];
}

function judged(file: string): Told[] {
  const stream = new JudgeStream();
  const lines = readFileSync(resolve(corpus, file), 'utf8').split('\n').filter(Boolean);
  const requests = lines.map((line, at) => stream.judge(readRecordedLine(line, at + 1)));
  for (const request of requests) stream.settle(request);
  return lines.map((line, at) => {
    const { client, version, driver } = JSON.parse(line) as Record<string, string | undefined>;
    const { hits, reason } = requests[at] ?? { hits: [], reason: undefined };
    const findings = hits.flatMap((hit) => hit.findings).filter(({ finding }) => finding !== 'information');
    return { client: `${client} ${version}`, driver: Boolean(driver), hits: hits.length, reason, findings };
  });
}

/** Rows as docs/clients.md has them: hits, then violations and warnings of the client and of its caller. */
function table(told: readonly Told[]): string[] {
  return [...new Set(told.map(({ client }) => client))].map((client) => {
    const own = told.filter((each) => each.client === client);
    const count = (verdict: Finding['finding'], driver: boolean) =>
      own
        .filter((each) => each.driver === driver)
        .flatMap(({ findings }) => findings)
        .filter(({ finding }) => finding === verdict).length;
    const cells = [
      count('violation', false),
      count('warning', false),
      count('violation', true),
      count('warning', true),
    ];
    return `| ${client} | ${own.reduce((sum, { hits }) => sum + hits, 0)} | ${cells.join(' | ')} |`;
  });
}

describe.each(['clients-2014.ndjson', 'clients-now.ndjson'])('%s', (file) => {
  const present = existsSync(resolve(corpus, file));
  const told = present ? judged(file) : [];
  const run = it.skipIf(!present);
  const why = present ? '' : ' (skipped: the recordings are not beside the repository)';

  run(`are judged to the last request, or speak a version that is not here yet${why}`, () => {
    expect(told.length).toBeGreaterThan(100);
    const unread = told.filter(
      ({ hits, reason }) =>
        hits === 0 && !/a version (whose spec is not here yet|that is not judged yet)/.test(reason ?? ''),
    );
    expect(unread).toEqual([]);
  });

  run(`break nothing that is not explained${why}`, () => {
    const unexplained = told
      .filter(({ driver }) => !driver)
      .flatMap(({ client, findings }) => findings.map((finding) => ({ client, ...finding })))
      .filter(
        ({ client, requirement }) => !explained.some((e) => e.client === client && e.requirement === requirement),
      );
    expect(unexplained).toEqual([]);
  });

  run(`are told in docs/clients.md as they are${why}`, () => {
    const spoken = told.filter(({ hits }) => hits > 0);
    expect(table(spoken).filter((row) => !page.includes(row))).toEqual([]);
  });
});

describe('explained.json', () => {
  it('is told in docs/clients.md, client by client', () => {
    const missing = explained.filter(
      ({ client, requirement }) => !page.includes(client) || !page.includes(`\`${requirement}\``),
    );
    expect(missing).toEqual([]);
  });

  it.skipIf(!existsSync(corpus))('explains nothing that is gone', () => {
    const all = judged('clients-2014.ndjson').concat(judged('clients-now.ndjson'));
    const stale = explained.filter(
      ({ client, requirement }) =>
        !all.some(
          (each) => each.client === client && each.findings.some((finding) => finding.requirement === requirement),
        ),
    );
    expect(stale).toEqual([]);
  });
});
