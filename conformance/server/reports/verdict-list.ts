import type { Report, RequirementResult } from '../../../generated/files/report.ts';
import type { Catalogue } from './catalogue.ts';
import type { Paint } from './paint.ts';
import { counted } from './verdict.ts';
import { clipped, visible } from './visible.ts';

/** One line for each requirement, by protocol and then by rule or topic. */
export function renderVerdicts({ requirements, checks }: Report, catalogue: Catalogue, paint: Paint): string {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const width = Math.max(0, ...requirements.map(({ id }) => id.length));
  const groups = Map.groupBy(requirements, ({ id }) => `${id.split('.')[0]} ${catalogue.groupOf(id)}`);
  const sections = [...groups].map(([group, members]) => {
    const lines = members.map((member) => {
      const own = member.checks.flatMap((id) => byId.get(id) ?? []);
      const cases = counted(
        own.reduce((sum, { runs }) => sum + runs, 0),
        'case',
      );
      const reason = own.find(({ status }) => status === member.status)?.reason;
      const explained = reason !== undefined && member.status !== 'failed' && member.status !== 'passed';
      const told = explained ? clipped(visible(reason), 160) : cases;
      return `  ${mark(member, paint)} ${member.level.padEnd(6)} ${member.id.padEnd(width)}  ${paint.faint(told)}`;
    });
    return [paint.strong(visible(group)), ...lines].join('\n');
  });
  return sections.join('\n');
}

function mark({ status }: RequirementResult, paint: Paint): string {
  switch (status) {
    case 'passed':
      return paint.good('pass');
    case 'failed':
      return paint.bad('FAIL');
    case 'unexpected-pass':
      return paint.bad('PASS');
    case 'expected-failure':
      return paint.faint('fail');
    default:
      return paint.faint(status === 'skipped' ? 'skip' : 'n/o ');
  }
}
