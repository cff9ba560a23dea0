import type { LedgerEntry } from '../../model.ts';
import type { Source } from '../emitter.ts';
import { code, prose } from './markdown.ts';

/** Contradictions, gaps and slips of the sources, each with its ruling and the answers a tracker may give. */
export function errata({ facts }: Source): string {
  return Object.values(facts.ledger).map(section).join('\n');
}

function section({ id, question, says, ruling, reason, answers }: LedgerEntry): string {
  const sources = says.map(({ source, text }) => `- ${prose(source)}: ${prose(text)}`);
  const allowed = Object.entries(answers).map(([name, text]) => {
    return `- ${name === ruling ? `**${code(name)}** (our ruling)` : code(name)}: ${prose(text)}`;
  });
  return `### Ledger \`${id}\`

${prose(question)}

${sources.join('\n')}

Allowed answers:

${allowed.join('\n')}

Why this ruling: ${prose(reason)}
`;
}
