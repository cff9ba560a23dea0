import type { StoredValue } from '../../model.ts';
import type { Row } from '../reader.ts';
import type { Detail } from './answer.ts';
import { customVariableColumns, customVariables } from './custom-variables.ts';
import { decimal, integer, text, time } from './values.ts';

/** Numbers of the types of `log_action` that a type of the answer tells: of its URL, of its name. */
const types: Readonly<Record<string, { url?: number; name: number }>> = {
  action: { url: 1, name: 4 },
  outlink: { url: 2, name: 4 },
  download: { url: 3, name: 4 },
  search: { url: 1, name: 8 },
  // The URL of an event is a page's in Piwik 2 and a type of its own in Matomo 5; the answer does not tell.
  event: { name: 12 },
};
const categoryType = 10;
const eventActionType = 11;

/**
 * Kept apart from the name of a page. Which one it was is not shown: for a site whose main URL has https, Matomo shows
 * all pages with it.
 */
const scheme = /^https?:\/\/(www\.)?/i;

/** The columns of `log_link_visit_action` that the answer shows; of some types of action not all of them. */
export const actionColumns: ReadonlySet<string> = new Set([
  ...['idlink_va', 'server_time', 'idaction_url', 'custom_float'],
  ...['idaction_url', 'idaction_name', 'idaction_event_category', 'idaction_event_action'].flatMap((key) => [
    `${key}.name`,
    `${key}.type`,
  ]),
  ...customVariableColumns,
]);

/** The row of one action, without what it has of its visit; undefined for conversions and actions Piwik 2 has not. */
export function actionRow(detail: Detail): Row | undefined {
  const type = types[String(detail.type)];
  if (type === undefined) return undefined;
  const row: Record<string, StoredValue> = {
    idlink_va: integer(detail.pageId),
    server_time: time(detail.timestamp),
    ...namesOf(detail, type.name),
    ...urlOf(detail, type.url),
    ...customVariables(detail.customVariables, 'customVariablePage'),
  };
  // Of other actions the answer shows no number, though the column may hold one.
  if (detail.type === 'event') row.custom_float = decimal(detail.eventValue);
  return row;
}

function namesOf(detail: Detail, type: number): Row {
  const name = text(detail.type === 'event' ? detail.eventName : (detail.siteSearchKeyword ?? detail.pageTitle));
  const [category, action] = [text(detail.eventCategory), text(detail.eventAction)];
  return {
    'idaction_name.name': name,
    'idaction_name.type': name === null ? null : type,
    'idaction_event_category.name': category,
    'idaction_event_category.type': category === null ? null : categoryType,
    'idaction_event_action.name': action,
    'idaction_event_action.type': action === null ? null : eventActionType,
  };
}

/** Without a URL the column may be 0 or NULL, which the answer does not tell apart. */
function urlOf(detail: Detail, type: number | undefined): Row {
  const url = text(detail.url) as string | null;
  const key = integer(detail.pageIdAction);
  const kept = detail.type === 'outlink' || detail.type === 'download' ? url : url?.replace(scheme, '');
  return {
    ...(key === null ? {} : { idaction_url: key }),
    'idaction_url.name': kept ?? null,
    ...(url === null || type !== undefined ? { 'idaction_url.type': url === null ? null : (type ?? null) } : {}),
  };
}
