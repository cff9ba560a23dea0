/** The computer a hit came from: what tells it from another one, and the columns that fills. */
import { type Address, masked } from './address.ts';
import type { PluginColumns } from './configuration.ts';
import type { Hit, Tracking } from './hit.ts';
import type { Browser } from './user-agent.ts';

export interface Computer {
  browser: Browser;
  /** As sent. */
  plugins: PluginColumns;
  /** As it is stored: masked when the options say so. */
  address: Address;
  language: string;
  configId: string;
}

export function computerOf({ parts, settings }: Tracking, hit: Hit): Computer {
  const { anonymize_ip, ip_address_mask_length } = settings.piwik;
  const browser = parts.userAgent(hit.userAgent);
  const plugins = parts.pluginFlags(hit.parameters);
  const address = anonymize_ip ? masked(hit.clientAddress, ip_address_mask_length) : hit.clientAddress;
  const language = parts.browserLanguage(hit.parameters.text('lang'), hit.headers['accept-language']);
  return {
    browser,
    plugins,
    address,
    language,
    configId: parts.configurationId(browser, plugins, address.toByteArray(), language),
  };
}
