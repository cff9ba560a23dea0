/** What is used here of a client that has no types. */
declare module 'matomo-tracker' {
  import type { EventEmitter } from 'node:events';

  export default class MatomoTracker extends EventEmitter {
    constructor(siteId: number, trackerUrl: string);
    track(options: object): void;
    trackBulk(hits: readonly object[], callback?: (data: string) => void): void;
  }
}
