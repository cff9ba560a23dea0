/** Rule configuration: the computer a visit comes from, by which visitors without an id are known again. */
import { hash } from 'node:crypto';
import { remembering } from '../memory.ts';
import { cutCharacters } from './forms/text.ts';
import type { Parameters } from './parameters.ts';
import type { Browser } from './user-agent.ts';

/** Plugin parameters to columns, in the order in which they enter `config_id` (Piwik 2.0.3, sections 1b and 3.2). */
const plugins = {
  fla: 'config_flash',
  java: 'config_java',
  dir: 'config_director',
  qt: 'config_quicktime',
  realp: 'config_realplayer',
  pdf: 'config_pdf',
  wma: 'config_windowsmedia',
  gears: 'config_gears',
  ag: 'config_silverlight',
  cookie: 'config_cookie',
} as const;

const pluginNames = Object.entries(plugins);
const pluginNamesOfRows = Object.values(plugins);

export type PluginColumns = Record<(typeof plugins)[keyof typeof plugins], number>;

const longestResolution = 9;

/** What is no number is 0: the browser does not have the plugin. Numbers are as sent: rows hold less of them. */
export function pluginFlags(parameters: Parameters): PluginColumns {
  const flags: Partial<PluginColumns> = {};
  for (const [name, column] of pluginNames) flags[column] = parameters.integer(name) ?? 0;
  return flags as PluginColumns;
}

/** The flags as a column TINYINT holds them. */
export function pluginColumns(flags: PluginColumns): PluginColumns {
  const columns = pluginNamesOfRows.map((column) => [column, Math.max(-128, Math.min(flags[column], 127))]);
  return Object.fromEntries(columns) as PluginColumns;
}

/**
 * `config_id`, 16 hex digits: system, browser, plugins, bytes of the address after masking, and language; not the
 * resolution and not the site. Plain joining is what servers of the time do, and ids can be compared with theirs.
 */
export function configurationId(
  browser: Browser,
  flags: PluginColumns,
  addressBytes: readonly number[],
  browserLanguage: string,
): string {
  let before = browser.config_os + browser.config_browser_name + browser.config_browser_version;
  for (const column of pluginNamesOfRows) before += flags[column];
  return hashed(JSON.stringify([before, addressBytes, browserLanguage]));
}

/** The same computer comes back with every page it views. */
const hashed = remembering(2000, (computer) => {
  const [before, addressBytes, language] = JSON.parse(computer) as [string, number[], string];
  const bytes = Buffer.concat([Buffer.from(before), Uint8Array.from(addressBytes), Buffer.from(language)]);
  return hash('md5', bytes).slice(0, 16);
});

/** `config_resolution`: any text, cut to the width of the column; `unknown` when missing. */
export function resolution(parameters: Parameters): string {
  return cutCharacters(parameters.text('res') ?? 'unknown', longestResolution);
}
