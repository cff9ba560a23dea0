import type { Report } from '../../../generated/files/report.ts';
import type { Facts } from '../../../generated/model.ts';
import { renderHtml } from './html/report.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown/report.ts';
import { renderText } from './text.ts';

/** Writes a report; the facts of the versions tested give its requirements their sentences. */
export type Format = (report: Report, facts: readonly Facts[]) => string;

/** What `--report FORMAT=FILE` can write. */
export const formats: Readonly<Record<string, Format>> = {
  html: renderHtml,
  json: renderJson,
  junit: renderJunit,
  markdown: renderMarkdown,
  text: (report, facts) => renderText(report, facts, { color: false }),
};
