/** What the schema of the configuration file cannot say. */
import type { Config } from '../../generated/files/config.ts';

/** Throws an error that names everything in the configuration that cannot be as it is. Tokens are not quoted. */
export function checkConfig({ sites = [], tokens = [] }: Config): void {
  const faults = [
    ...repeated(sites.map(({ id }) => id)).map((id) => `site id ${id} is given twice`),
    ...repeated(tokens.map(({ token }) => token)).map(() => 'a token is given twice'),
    ...sites.flatMap(siteFaults),
  ];
  if (faults.length > 0) throw new Error(`the configuration cannot be used: ${faults.join('; ')}`);
}

function siteFaults({ id, timeZone = 'UTC', goals = [] }: NonNullable<Config['sites']>[number]): string[] {
  const twice = repeated(goals.map((goal) => goal.id)).map((goal) => `goal id ${goal} of site ${id} is given twice`);
  return isTimeZone(timeZone) ? twice : [...twice, `site ${id} has time zone ${timeZone}, which is no IANA name`];
}

function repeated<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
