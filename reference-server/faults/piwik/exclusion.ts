/** Faults of leaving hits out, and of what a hit must have. */
import { addressText, masked } from '../../piwik/address.ts';
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withExclusion, withPart } from './replace.ts';

type Test = 'excludedAddressReason' | 'excludedAgentReason' | 'ignoredReason' | 'prefetchReason' | 'doNotTrackReason';

function without(parts: Parts, test: Test): Parts {
  return { ...parts, [test]: () => undefined };
}

export const exclusionFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.exclusion.addresses-tracked',
    requirement: 'piwik.exclusion.address',
    description: 'Excluded addresses are tracked.',
    apply: (parts) => without(parts, 'excludedAddressReason'),
  },
  {
    id: 'piwik.exclusion.agents-tracked',
    requirement: 'piwik.exclusion.user-agent',
    description: 'Excluded user agents are tracked.',
    apply: (parts) => without(parts, 'excludedAgentReason'),
  },
  {
    id: 'piwik.exclusion.cookie-ignored',
    requirement: 'piwik.exclusion.ignore-cookie',
    description: 'The cookie of those who are not counted is not read.',
    apply: (parts) => without(parts, 'ignoredReason'),
  },
  {
    id: 'piwik.exclusion.prefetch-tracked',
    requirement: 'piwik.exclusion.prefetch',
    description: 'Pages that were only fetched in advance are tracked.',
    apply: (parts) => without(parts, 'prefetchReason'),
  },
  {
    id: 'piwik.exclusion.do-not-track-ignored',
    requirement: 'piwik.exclusion.do-not-track',
    description: 'Visitors who ask not to be tracked are.',
    apply: (parts) => without(parts, 'doNotTrackReason'),
  },
  {
    id: 'piwik.exclusion.always-recording',
    requirement: 'piwik.exclusion.recording-off',
    description: 'Hits are stored although recording is switched off.',
    apply: (parts) =>
      withPart(parts, 'exclusionReason', (sound) => (tracking, hit) => {
        const piwik = { ...tracking.settings.piwik, record_statistics: true };
        return sound({ ...tracking, settings: { ...tracking.settings, piwik } }, hit);
      }),
  },
  {
    id: 'piwik.exclusion.masked-address',
    requirement: 'piwik.exclusion.real-address',
    description: 'Excluded addresses are compared with the masked address.',
    apply: (parts) =>
      withPart(parts, 'excludedAddressReason', (sound) => (tracking, hit) => {
        const { anonymize_ip, ip_address_mask_length } = tracking.settings.piwik;
        if (!anonymize_ip) return sound(tracking, hit);
        const clientAddress = masked(hit.clientAddress, ip_address_mask_length);
        return addressText(clientAddress) === '' ? undefined : sound(tracking, { ...hit, clientAddress });
      }),
  },
  {
    id: 'piwik.required-parameters.rec-not-needed',
    requirement: 'piwik.required-parameters.without-rec',
    description: 'A request is stored with or without rec.',
    apply: (parts) => withPart(parts, 'asksForRecording', () => () => true),
  },
  {
    id: 'piwik.required-parameters.title-needed',
    requirement: 'piwik.required-parameters.required-alone',
    description: 'A request with nothing but idsite, rec and url is not stored.',
    apply: (parts) => withExclusion(parts, ({ parameters }) => parameters.size <= 3),
  },
  {
    id: 'piwik.required-parameters.any-site',
    requirement: 'piwik.required-parameters.unknown-site',
    description: 'A request that names no known site is stored for the first one.',
    apply: (parts) =>
      withPart(parts, 'siteOf', (sound) => (settings, parameters) => {
        const known = settings.sites.has(parameters.integer('idsite') ?? 0);
        const [first] = settings.sites.values();
        return known || first === undefined ? sound(settings, parameters) : first;
      }),
  },
  {
    id: 'piwik.idsite.next-site',
    requirement: 'piwik.idsite.stored',
    description: 'Every request is stored for the site behind its own.',
    apply: (parts) =>
      withPart(parts, 'siteOf', (sound) => (settings, parameters) => {
        const site = sound(settings, parameters);
        return { ...site, id: site.id + 1 };
      }),
  },
  {
    id: 'piwik.required-parameters.one-visitor-everywhere',
    requirement: 'piwik.required-parameters.sites-apart',
    description: 'A visitor known on one site is known on all.',
    apply: (parts) =>
      withPart(parts, 'visitOfVisitor', (sound) => (tracking, hit, id) => {
        const sites = [...tracking.settings.sites.values()];
        const found = sites.map((site) => sound(tracking, { ...hit, site }, id));
        return sound(tracking, hit, id) ?? found.find((visit) => visit !== undefined);
      }),
  },
];
