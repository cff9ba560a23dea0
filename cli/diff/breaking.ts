import type { Facts, Parameter } from '../../generated/model.ts';
import { routeOf } from './endpoints.ts';
import { widens } from './forms.ts';
import type { Breaking } from './model.ts';
import { pairsOf } from './parameters.ts';

/** What a client that keeps to the first version runs into at a server of the second. */
export function breaking(from: Facts, to: Facts): Breaking[] {
  return [
    ...from.routes.flatMap(({ path, methods }) => endpointBreaks(path, methods, to)),
    ...Object.values(from.parameters)
      .filter(({ name }) => !(name in to.parameters))
      .flatMap(removed),
    ...pairsOf(from, to).flatMap(({ before, after }) => parameterBreaks(before, after, from)),
    ...Object.values(to.requirements).flatMap(({ id, breaks }) => {
      return breaks === undefined || id in from.requirements ? [] : [{ what: id, why: breaks }];
    }),
  ];
}

function endpointBreaks(path: string, methods: readonly string[], to: Facts): Breaking[] {
  const after = routeOf(to, path);
  if (!after) return [{ what: path, why: 'No server answers there any longer.' }];
  const lost = methods.filter((method) => !after.methods.some((one) => one === method));
  return lost.length === 0 ? [] : [{ what: path, why: `It takes ${lost.join(' and ')} no longer.` }];
}

/** What no server read before is missed by nobody. */
function removed(parameter: Parameter): Breaking[] {
  return isRead(parameter) ? [{ what: parameter.name, why: 'It is read no longer: what it told is lost.' }] : [];
}

function isRead({ columns, rule, level }: Parameter): boolean {
  return columns.length > 0 || rule !== undefined || level === 'required';
}

function parameterBreaks(before: Parameter, after: Parameter, from: Facts): Breaking[] {
  const { name } = before;
  const whys = [
    isRead(before) && !isRead(after) ? 'It is read no longer: what it told is lost.' : undefined,
    isRead(before) && before.status !== 'plugin' && after.status === 'plugin'
      ? 'It is read only where a plugin is installed.'
      : undefined,
    before.level !== 'required' && after.level === 'required' ? 'A request without it is refused.' : undefined,
    widens(before.wireForm, after.wireForm) ? undefined : formBreak(before, after),
    valuesBreak(before, after),
    before.authentication === 'none' && after.authentication === 'admin' ? 'It needs a token now.' : undefined,
    narrowed(before, after),
    !before.queryOnly && after.queryOnly && takesBatches(from) ? 'It is no longer read in a batch.' : undefined,
  ];
  return whys.flatMap((why) => (why === undefined ? [] : [{ what: name, why }]));
}

function formBreak(before: Parameter, after: Parameter): string {
  return `It was of the form ${before.wireForm}, and values of it are not always of the form ${after.wireForm}.`;
}

function valuesBreak({ values: before }: Parameter, { values: after }: Parameter): string | undefined {
  if (after === undefined) return undefined;
  const lost = before?.filter((value) => !after.includes(value));
  if (lost === undefined) return `Only ${after.join(', ')} are values of it now.`;
  return lost.length === 0 ? undefined : `${lost.join(', ')} ${lost.length === 1 ? 'is' : 'are'} no value of it now.`;
}

/** Characters that the widest column of a text holds, or undefined where that is not limited. */
function roomOf({ columns }: Parameter): number | undefined {
  const widths = columns.map(({ type }) => Number(/^(?:var)?char\(([0-9]+)\)$/.exec(type)?.[1]));
  return widths.length > 0 && widths.every(Number.isFinite) ? Math.max(...widths) : undefined;
}

function narrowed(before: Parameter, after: Parameter): string | undefined {
  const [was, is] = [roomOf(before), roomOf(after)];
  if (is === undefined || (was === undefined ? before.columns.length === 0 : was <= is)) return undefined;
  return `It may have ${is} characters now, and had ${was ?? 'no limit'}.`;
}

function takesBatches({ routes }: Facts): boolean {
  return routes.some(({ bodies }) => bodies.some((body) => body !== 'form'));
}
