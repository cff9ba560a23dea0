import type { ProtocolName } from '../../../generated/model.ts';
import { marker, markerHost } from './identity.ts';

const visits = `${marker}_visits`;
const named = (column: string) => `(${column} LIKE '%${markerHost}%' OR ${column} LIKE '%${marker}-%')`;
const own = `SELECT idvisit FROM ${visits}`;
const actions = `SELECT idaction FROM log_action WHERE ${named('name')}`;
const event = `app_id LIKE '${marker}-%' OR user_id LIKE '${marker}-%'`;

/**
 * SQL that finds the hits of every run and deletes them, for the tables of each protocol's documents (MySQL, SQLite;
 * Snowplow's for Redshift as well). A visit whose texts are all drawn is known by its language, of which the suite ends
 * in a private subtag of eight letters.
 */
export const marksOf: Readonly<Record<ProtocolName, readonly string[]>> = {
  piwik: [
    [
      `CREATE TEMPORARY TABLE ${visits} AS`,
      "SELECT idvisit FROM log_visit WHERE location_browser_lang LIKE '%x-________'",
      `UNION SELECT idvisit FROM log_link_visit_action WHERE idaction_url IN (${actions})`,
      `UNION SELECT idvisit FROM log_link_visit_action WHERE idaction_name IN (${actions})`,
      `UNION SELECT idvisit FROM log_conversion WHERE ${named('url')} OR ${named('idorder')};`,
    ].join(' '),
    `SELECT count(*) FROM ${visits};`,
    ...['log_conversion_item', 'log_conversion', 'log_link_visit_action', 'log_visit'].map(
      (table) => `DELETE FROM ${table} WHERE idvisit IN (${own});`,
    ),
    `DELETE FROM log_action WHERE ${named('name')};`,
  ],
  snowplow: [`SELECT count(*) FROM events WHERE ${event};`, `DELETE FROM events WHERE ${event};`],
};
