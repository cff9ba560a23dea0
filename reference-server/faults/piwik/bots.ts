/** Faults of telling bots from people. */
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withPart, withValue } from './replace.ts';
import { unread } from './unread.ts';

export const botFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.bots.tracked',
    requirement: 'piwik.bots.not-tracked',
    description: 'Bots are tracked like people.',
    apply: (parts) => withPart(parts, 'botReason', () => () => undefined),
  },
  {
    id: 'piwik.bots.telephones-tracked',
    requirement: 'piwik.bots.not-tracked',
    description: 'A Googlebot that calls itself a telephone in ua is tracked.',
    rare: true,
    apply: (parts) =>
      withPart(parts, 'exclusionReason', (sound) => (tracking, hit) => {
        if (!/iPhone.*Googlebot/.test(hit.parameters.text('ua') ?? '')) return sound(tracking, hit);
        return sound({ ...tracking, parts: { ...tracking.parts, botReason: () => undefined } }, hit);
      }),
  },
  {
    id: 'piwik.bots.parameter-ignored',
    requirement: 'piwik.bots.tracked-on-demand',
    description: 'bots is not read.',
    apply: (parts) => withValue(parts, 'bots', () => undefined),
  },
  {
    id: 'piwik.bots.remembered',
    requirement: 'piwik.bots.each-request',
    description: 'Once a bot sent bots=1 its address is tracked from then on.',
    apply: (parts) => {
      const allowed = new Set<string>();
      return withPart(parts, 'exclusionReason', (sound) => (tracking, hit) => {
        const sender = hit.clientAddress.toString();
        const asked = hit.parameters.integer('bots') === 1;
        if (asked) allowed.add(sender);
        if (asked || !allowed.has(sender)) return sound(tracking, hit);
        return sound({ ...tracking, parts: { ...tracking.parts, botReason: () => undefined } }, hit);
      });
    },
  },
  {
    id: 'piwik.bots.token-needed',
    requirement: 'piwik.bots.without-token',
    description: 'bots=1 is obeyed with a sufficient token only.',
    apply: (parts) =>
      withPart(parts, 'exclusionReason', (sound) => (tracking, hit) => {
        if (hit.authenticated) return sound(tracking, hit);
        return sound(tracking, { ...hit, parameters: unread(hit.parameters, ['bots']) });
      }),
  },
];
