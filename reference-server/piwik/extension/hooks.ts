/** Rule plugins: where plugins are asked. One that throws is reported, and the hit is tracked as if it had not been. */
import { facts } from '../../../generated/piwik/2.0/facts.ts';
import type { Row } from '../../storage/store.ts';
import type { Hit, Tracking } from '../hit.ts';
import type { HitEvent, Plugin } from './plugin.ts';

/** The reason of the first plugin that has one. */
export function pluginExclusion(tracking: Tracking, hit: Hit): string | undefined {
  const { plugins } = tracking.extension;
  if (plugins.length === 0) return undefined;
  const event = eventOf(tracking, hit);
  for (const plugin of plugins) {
    const reason = guarded(tracking, plugin, () => plugin.isExcludedVisit?.(event));
    if (reason !== undefined) return reason;
  }
  return undefined;
}

export function newVisitorInformation(tracking: Tracking, hit: Hit, row: Row): Row {
  return filled(tracking, hit, row, 'log_visit', 'newVisitorInformation');
}

export function existingVisitInformation(tracking: Tracking, hit: Hit, row: Row): Row {
  return filled(tracking, hit, row, 'log_visit', 'existingVisitInformation');
}

export function newConversionInformation(tracking: Tracking, hit: Hit, row: Row): Row {
  return filled(tracking, hit, row, 'log_conversion', 'newConversionInformation');
}

type RowHook = 'newVisitorInformation' | 'existingVisitInformation' | 'newConversionInformation';

/** Each plugin sees what those before it added. */
function filled(tracking: Tracking, hit: Hit, row: Row, record: string, hook: RowHook): Row {
  const { plugins } = tracking.extension;
  if (plugins.length === 0) return row;
  const event = eventOf(tracking, hit);
  let whole = row;
  for (const plugin of plugins) {
    const added = guarded(tracking, plugin, () => plugin[hook]?.(event, whole));
    if (added !== undefined) whole = { ...whole, ...known(plugins, record, added) };
  }
  return whole;
}

function eventOf({ extension }: Tracking, hit: Hit): HitEvent {
  return { hit, cache: { general: extension.general(), site: extension.ofSite(hit.site.id) } };
}

function guarded<Result>(tracking: Tracking, plugin: Plugin, ask: () => Result): Result | undefined {
  try {
    return ask();
  } catch (error) {
    tracking.extension.report(`the plugin ${plugin.name} failed: ${(error as Error).message}`);
    return undefined;
  }
}

/** A name that is no column would fail the whole hit, and the row's own number is the store's. */
function known(plugins: readonly Plugin[], record: string, row: Row): Row {
  const own = facts.records[record as keyof typeof facts.records] ?? [];
  const added = plugins.flatMap(({ columns = [] }) => columns.filter((column) => column.record === record));
  const columns = new Set([...own.filter(({ key }) => key !== true), ...added].map(({ column }) => column));
  return Object.fromEntries(Object.entries(row).filter(([name, value]) => columns.has(name) && value !== undefined));
}
