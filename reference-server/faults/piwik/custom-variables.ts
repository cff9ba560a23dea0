/** Faults of custom variables. */
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withExclusion, withPart } from './replace.ts';
import { unread } from './unread.ts';

const noVisitSlots = Object.fromEntries(
  [1, 2, 3, 4, 5].flatMap((slot) => [
    [`custom_var_k${slot}`, null],
    [`custom_var_v${slot}`, null],
  ]),
);

export const customVariableFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.custom-variables.numbered-anew',
    requirement: 'piwik.custom-variables.keyed-by-slot',
    description: 'Variables are stored in the first slots, whichever they name.',
    apply: (parts) =>
      withPart(parts, 'customVariables', (sound) => (document) => {
        const columns = Object.entries(sound(document));
        const slots = [...new Set(columns.map(([column]) => column.at(-1)))].sort();
        return Object.fromEntries(
          columns.map(([column, value]) => [column.slice(0, -1) + (slots.indexOf(column.at(-1)) + 1), value]),
        );
      }),
  },
  {
    id: 'piwik.custom-variables.visit-lost',
    requirement: 'piwik.custom-variables.visit-scope',
    description: 'A visit has the custom variables of its first action only.',
    apply: (parts) =>
      withPart(parts, 'continueVisit', (sound) => (tracking, hit, visit, deed) => {
        return sound(tracking, { ...hit, parameters: unread(hit.parameters, ['_cvar']) }, visit, deed);
      }),
  },
  {
    id: 'piwik.custom-variables.page-lost',
    requirement: 'piwik.custom-variables.action-scope',
    description: 'Only the first action of a visit has custom variables.',
    apply: (parts) =>
      withPart(parts, 'linkRow', (sound) => (tracking, hit, visit, action, ids, before) => {
        const row = sound(tracking, hit, visit, action, ids, before);
        return before === undefined ? row : { ...row, ...noVisitSlots };
      }),
  },
  {
    id: 'piwik.custom-variables.others-deleted',
    requirement: 'piwik.custom-variables.slots-kept',
    description: 'Later variables of a visit delete those of other slots.',
    apply: (parts) =>
      withPart(parts, 'continueVisit', (sound) => (tracking, hit, visit, deed) => {
        if (hit.parameters.has('_cvar')) tracking.store.update('log_visit', { idvisit: visit.idvisit }, noVisitSlots);
        return sound(tracking, hit, visit, deed);
      }),
  },
  {
    id: 'piwik.custom-variables.all-or-none',
    requirement: 'piwik.custom-variables.bad-slot',
    description: 'One bad slot is enough to store none.',
    apply: (parts) =>
      withPart(parts, 'customVariables', (sound) => (document) => {
        const columns = sound(document);
        const given = typeof document === 'object' && document !== null ? Object.keys(document).length : 0;
        return Object.keys(columns).length === given * 2 ? columns : {};
      }),
  },
  {
    id: 'piwik.custom-variables.bad-json-excluded',
    requirement: 'piwik.custom-variables.not-json',
    description: 'A request whose custom variables are no JSON is not stored.',
    apply: (parts) =>
      withExclusion(parts, ({ parameters }) =>
        ['cvar', '_cvar'].some((name) => parameters.text(name) !== undefined && parameters.json(name) === undefined),
      ),
  },
  {
    id: 'piwik.custom-variables.blanks-kept',
    requirement: 'piwik.custom-variables.trimmed',
    description: 'A name or value that begins or ends with a blank is stored with a mark in its place.',
    apply: (parts) => withPart(parts, 'customVariables', (sound) => (document) => sound(marked(document))),
  },
];

/** The document with its outer blanks replaced by what is not trimmed. */
function marked(document: unknown): unknown {
  const text = JSON.stringify(document)?.replace(/" +| +"/g, (blanks) => blanks.replaceAll(' ', '\u00a0'));
  return text === undefined ? undefined : JSON.parse(text);
}
