/** Faults of referrers. */

import type { Parts } from '../../piwik/parts.ts';
import { outsideReferrer, referrerTypes } from '../../piwik/referrer.ts';
import type { Fault } from '../fault.ts';
import { withPart, withValue, withVisit } from './replace.ts';

const direct = { referer_type: referrerTypes.direct, referer_name: '', referer_keyword: '' };

export const referrerFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.referrer.secure-websites-direct',
    requirement: 'piwik.referrer.website',
    description: 'A visit from a website under https is direct.',
    apply: (parts) =>
      withVisit(parts, (row) =>
        row.referer_type === referrerTypes.website && String(row.referer_url).startsWith('https:')
          ? { ...row, ...direct }
          : row,
      ),
  },
  {
    id: 'piwik.referrer.engines-unknown',
    requirement: 'piwik.referrer.search-engine',
    description: 'To a visit, a search engine is a website like any other.',
    apply: (parts) =>
      withPart(parts, 'visitReferrer', (sound) => (tracking, hit) => {
        return sound({ ...tracking, parts: { ...tracking.parts, searchEngine: () => undefined } }, hit);
      }),
  },
  {
    id: 'piwik.referrer.campaigns-unread',
    requirement: 'piwik.referrer.campaign',
    description: 'Campaigns in the address of the page are not seen.',
    apply: (parts) => withPart(parts, 'campaignReferrer', () => () => undefined),
  },
  {
    id: 'piwik.referrer.campaign-overwritten',
    requirement: 'piwik.referrer.campaign-parameters-later',
    description: '_rcn of a later page view gives its campaign to a visit that has none.',
    apply: (parts) =>
      withPart(parts, 'continueVisit', (sound) => (tracking, hit, visit, deed) => {
        const name = hit.parameters.text('_rcn');
        if (name !== undefined) {
          tracking.store
            .statement(
              'UPDATE log_visit SET referer_type = ?, referer_name = ? WHERE idvisit = ? AND referer_type <> ?',
            )
            .run(referrerTypes.campaign, name, visit.idvisit, referrerTypes.campaign);
        }
        return sound(tracking, hit, visit, deed);
      }),
  },
  {
    id: 'piwik.referrer.nothing-is-direct',
    requirement: 'piwik.referrer.direct',
    description: 'A visit without a referrer comes from a website without a name.',
    apply: (parts) =>
      withVisit(parts, (row) => (row.referer_url === '' && row.referer_type === 1 ? { ...row, referer_type: 3 } : row)),
  },
  {
    id: 'piwik.referrer.own-site-foreign',
    requirement: 'piwik.referrer.own-site',
    description: 'The site itself is a website like any other.',
    apply: (parts) =>
      withVisit(parts, (row) =>
        row.referer_url !== '' && row.referer_type === 1 ? { ...row, referer_type: referrerTypes.website } : row,
      ),
  },
  {
    id: 'piwik.referrer.www-foreign',
    requirement: 'piwik.referrer.own-site',
    description: 'The site itself is another website where www goes before its host.',
    apply: (parts) =>
      withPart(parts, 'siteReferrer', (sound) => (tracking, hit, referrer) => {
        if (referrer?.host.startsWith('www.')) return outsideReferrer(tracking, referrer);
        return sound(tracking, hit, referrer);
      }),
  },
  {
    id: 'piwik.referrer.changes',
    requirement: 'piwik.referrer.first-action',
    description: 'A later action changes the referrer of its visit.',
    apply: (parts) =>
      withPart(parts, 'continueVisit', (sound) => (tracking, hit, visit, deed) => {
        if (hit.parameters.has('urlref')) {
          tracking.store.update('log_visit', { idvisit: visit.idvisit }, { ...parts.visitReferrer(tracking, hit) });
        }
        return sound(tracking, hit, visit, deed);
      }),
  },
  {
    id: 'piwik.referrer.address-lower-case',
    requirement: 'piwik.referrer.address-as-sent',
    description: 'The address of a referrer is stored in small letters.',
    apply: (parts) => withVisit(parts, (row) => ({ ...row, referer_url: String(row.referer_url).toLowerCase() })),
  },
  {
    id: 'piwik._ref.as-website',
    requirement: 'piwik._ref.stored',
    description: '_ref is cut behind its host.',
    apply: (parts) => withValue(parts, '_ref', (value) => /^\w+:\/\/[^/]+/.exec(value)?.[0]),
  },
];
