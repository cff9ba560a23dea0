import type { Emitter, Source } from './emitter.ts';
import { header } from './header.ts';

/** `facts.ts`: all facts of the edition, and the names in it as unions. */
export const factsFile: Emitter = {
  file: 'facts.ts',
  text({ facts, origin }: Source): string {
    return [
      header('facts', origin),
      `import type { Facts } from '../../model.ts';\n`,
      union('ParameterName', Object.keys(facts.parameters)),
      union('WireFormName', Object.keys(facts.wireForms)),
      union('RecordName', Object.keys(facts.records)),
      union('RequirementId', Object.keys(facts.requirements)),
      union('RuleName', Object.keys(facts.rules)),
      union('LedgerId', Object.keys(facts.ledger)),
      `export const facts: Facts = ${JSON.stringify(facts, null, 2)};\n`,
    ].join('\n');
  },
};

function union(name: string, members: readonly string[]): string {
  if (members.length === 0) return `export type ${name} = never;\n`;
  return `export type ${name} =\n${members.map((member) => `  | ${JSON.stringify(member)}`).join('\n')};\n`;
}
