import type { Identity } from '../../model.ts';
import { numberOf } from '../draw/constants.ts';
import { type Pairs, wireOf } from './hit.ts';
import { page, viewing } from './page.ts';
import { titled, titleOf } from './titled.ts';

export const actKinds = ['page', 'outlink', 'download', 'search', 'event'] as const;
export type ActKind = (typeof actKinds)[number];

/** A text, the column that refers to it, and the number of its kind. */
export interface ActText {
  column: string;
  name: string;
  type: number;
}

export interface Act {
  pairs: Pairs;
  texts: readonly ActText[];
  /** The document does not name it; clients of the day send it. */
  observed: boolean;
}

function kindNumber(name: string): number {
  return numberOf('action-type', name);
}

/** A file on the fictitious site. */
export function fileOf(slot: number, identity: Identity): string {
  return `${identity.url(slot)}/guide.zip`;
}

/** A page of somebody else's. */
export function outsideOf(slot: number, identity: Identity): string {
  return `http://partner.beaconform.invalid/${identity.text(slot)}`;
}

function done(pairs: Pairs, texts: readonly ActText[], observed = false): Act {
  return { pairs, texts, observed };
}

const acts: Readonly<Record<ActKind, (slot: number, identity: Identity) => Act>> = {
  page: (slot, identity) => {
    const shown = page(slot, identity);
    const title = titleOf(slot, identity);
    return done(
      [...viewing(shown), ...titled(title)],
      [
        { column: 'idaction_url', name: shown.name, type: kindNumber('pageUrl') },
        { column: 'idaction_name', name: title, type: kindNumber('pageTitle') },
      ],
    );
  },
  outlink: (slot, identity) => {
    const url = outsideOf(slot, identity);
    const text = { column: 'idaction_url', name: url, type: kindNumber('outlink') };
    return done([['link', wireOf(url)], ...viewing({ url })], [text]);
  },
  download: (slot, identity) => {
    const url = fileOf(slot, identity);
    const text = { column: 'idaction_url', name: url, type: kindNumber('download') };
    return done([['download', wireOf(url)], ...viewing({ url })], [text]);
  },
  search: (slot, identity) => {
    const name = `keyword ${identity.text(slot)}`;
    const text = { column: 'idaction_name', name, type: kindNumber('siteSearch') };
    return done([['search', wireOf(name)], ...viewing(page(slot, identity))], [text]);
  },
  event: (slot, identity) => {
    const text = identity.text(slot);
    const category = { column: 'idaction_event_category', name: `category ${text}`, type: kindNumber('eventCategory') };
    const action = { column: 'idaction_event_action', name: `action ${text}`, type: kindNumber('eventAction') };
    const pairs: Pairs = [
      ['e_c', wireOf(category.name)],
      ['e_a', wireOf(action.name)],
      ...viewing(page(slot, identity)),
    ];
    return done(pairs, [category, action], true);
  },
};

/** The act of a slot; other slots and attempts leave other texts. */
export function actOf(kind: ActKind, slot: number, identity: Identity): Act {
  return acts[kind](slot, identity);
}
