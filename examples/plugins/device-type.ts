/** A plugin for the reference server: what kind of device a visit was made with, in a column of its own. */
import type { Plugin } from 'beaconform/plugin';

/** What stands in user agents, and what it tells; the first that is found counts. */
const marks = [
  [/iPad|Tablet|Android(?!.*Mobile)/, 'tablet'],
  [/Mobile|iPhone|Windows Phone|BlackBerry/, 'smartphone'],
  [/TV|PlayStation|Xbox/, 'console'],
] as const;

export const plugin: Plugin = {
  name: 'device-type',
  columns: [
    {
      record: 'log_visit',
      column: 'device_type',
      kind: 'text',
      description: 'Kind of the device: desktop, smartphone, tablet or console.',
    },
  ],
  newVisitorInformation({ hit }) {
    const found = marks.find(([mark]) => mark.test(hit.userAgent));
    return { device_type: found?.[1] ?? 'desktop' };
  },
};
