/** What the settings API shows and changes. */
import type { Site as SiteConfig } from '../../generated/files/config.ts';
import { judged, Unusable } from './api-body.ts';
import type { KeptSettings } from './kept.ts';
import type { Goal } from './settings.ts';

export interface Resource {
  /** The part of the tracker cache that a change concerns. */
  part: 'general' | { site: number };
  /** Undefined when there is none. */
  get(): unknown;
  /** Absent where nothing can be changed. */
  put?(document: unknown): void;
  remove?(): void;
}

/** All options, or the one of this name; undefined when there is none. Removing one brings back the configuration's. */
export function optionResource(kept: KeptSettings, name: string | undefined): Resource | undefined {
  const part = 'general';
  if (name === undefined) return { part, get: () => kept.options() };
  if (!kept.optionNames().includes(name)) return undefined;
  return {
    part,
    get: () => ({ [name]: kept.options()[name as keyof ReturnType<KeptSettings['options']>] }),
    put(value) {
      judged({ piwik: { [name]: value } });
      kept.setOption(name, value);
    },
    remove: () => kept.resetOption(name),
  };
}

/** All sites, or the one with this id, which need not exist yet. */
export function siteResource(kept: KeptSettings, id: number | undefined): Resource | undefined {
  if (id === undefined) return { part: 'general', get: () => kept.siteIds().map((known) => kept.site(known)) };
  if (!Number.isSafeInteger(id) || id < 1) return undefined;
  return {
    part: { site: id },
    get: () => kept.site(id),
    put: (document) => kept.setSite(siteConfig(document, id)),
    remove: () => kept.removeSite(id),
  };
}

/** A goal, which need not exist yet. A removed one stays in the site's list, marked as deleted, as in Piwik. */
export function goalResource(kept: KeptSettings, id: number, goalId: number): Resource | undefined {
  const site = () => kept.site(id);
  if (site() === undefined || !Number.isSafeInteger(goalId) || goalId < 1) return undefined;
  const goals = () => site()?.goals ?? [];
  const set = (goal: unknown) => {
    kept.setSite(siteConfig({ ...site(), goals: [...goals().filter((other) => other.id !== goalId), goal] }, id));
  };
  const found = () => goals().find((goal: Goal) => goal.id === goalId);
  return {
    part: { site: id },
    get: found,
    put: (document) => set({ ...fields(document), id: goalId }),
    remove() {
      const goal = found();
      if (goal !== undefined) set({ ...goal, deleted: true });
    },
  };
}

function siteConfig(document: unknown, id: number): SiteConfig {
  const { sites: [site] = [] } = judged({ sites: [{ ...fields(document), id }] });
  return site as SiteConfig;
}

function fields(document: unknown): object {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    throw new Unusable('the body is no JSON object; send one with the fields of the configuration file');
  return document;
}
