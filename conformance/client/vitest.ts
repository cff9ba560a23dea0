/** `beaconform/vitest`: importing it gives `expect` the matchers `toConform` and `toHaveTracked`. */
import { expect } from 'vitest';
import { type ConformOptions, toConform } from './matchers/to-conform.ts';
import { type ExpectedHit, type TrackedOptions, toHaveTracked } from './matchers/to-have-tracked.ts';

export type { ConformOptions } from './matchers/to-conform.ts';
export type { ExpectedHit, TrackedOptions } from './matchers/to-have-tracked.ts';

declare global {
  // The assertions of every major version of vitest have what this interface has; their own differ in their parameters.
  namespace Chai {
    interface Assertion {
      /**
       * What was tracked breaks nothing that binds clients, and something was tracked. For a tracking of
       * `beaconform/msw`, one or several of its hits, a recorded request, or the URL of one.
       */
      toConform(options?: ConformOptions): void;
      /**
       * A hit was tracked that says all this, under names of parameters or of stored columns:
       * `expect(tracking).toHaveTracked({ event: 'page_view', page_url: 'http://shop.example/' })`.
       */
      toHaveTracked(expected: ExpectedHit, options?: TrackedOptions): void;
    }
  }
}

expect.extend({
  toConform(received: unknown, options?: ConformOptions) {
    return toConform(received, options);
  },
  toHaveTracked(received: unknown, expected: ExpectedHit, options: TrackedOptions = {}) {
    return toHaveTracked(received, expected, options, (a, b) => this.equals(a, b));
  },
});
