import type { Report } from '../../../generated/files/report.ts';

/** The report as JSON; its shape is published in `spec/files/report.schema.json`. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
