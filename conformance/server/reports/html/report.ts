import { createHash } from 'node:crypto';
import type { Report } from '../../../../generated/files/report.ts';
import type { Facts } from '../../../../generated/model.ts';
import { catalogueOf } from '../catalogue.ts';
import { markup, raw } from '../markup.ts';
import { verdictOf } from '../verdict.ts';
import { visible } from '../visible.ts';
import { answerSection } from './answers.ts';
import { coverageSection } from './coverage.ts';
import { marks } from './marks.ts';
import { requirementSection } from './requirements.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { verdictSection } from './verdict-section.ts';

/** The report as one page that needs no network and works from a file, with and without its script. */
export function renderHtml(report: Report, facts: readonly Facts[]): string {
  const catalogue = catalogueOf(facts);
  const title = `${verdictOf(report).verdict}: ${visible(report.target)}`;
  // Nothing but our own style and script may run, whatever stands in the texts.
  const policy = `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'`;
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${visible(`${report.tool.name} ${report.tool.version}`)}">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#requirements">Skip to the requirements</a>
${marks}
${verdictSection(report)}
<main>
${requirementSection(report, catalogue)}
${coverageSection(report, facts)}
${answerSection(report, catalogue)}
</main>
<script>${raw(script)}</script>
</body>
</html>
`;
  return page.markup;
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
