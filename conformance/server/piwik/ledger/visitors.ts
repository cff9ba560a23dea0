/** Questions about values of a visitor that are not as they should be. */
import { get, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { of } from '../row/rows.ts';
import { maybe, type Probe, questions } from './probe.ts';
import { columnOf, malformed, short } from './visit-column.ts';

const unknownAgent: Probe = (identity, target) => {
  const who = person(0, identity);
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ['ua', wireOf('Nobodyknows/1.0')]]))],
    expected: [
      maybe(['log_visit', 'unknown', { ...of(who), config_browser_name: 'UNK' }], 'piwik.user-agent.browser', {
        ledger: 'piwik.unknown-user-agent',
        stored: 'unknown',
        absent: 'other',
      }),
    ],
  };
};

export const visitorQuestions = questions({
  id: 'piwik.ledger-visitors',
  requirements: ['piwik._id.stored', 'piwik.user-agent.browser', 'piwik.res.stored', 'piwik.lang.wide'],
  probes: {
    'malformed _id': malformed('_id', 'piwik.malformed-visitor-id'),
    'short _id': short('_id', 'piwik.malformed-visitor-id'),
    'unknown agent': unknownAgent,
    'sign of resolution': columnOf('piwik.res.stored', ['piwik.resolution-sign', 'config_resolution'], () => ({
      pairs: [['res', wireOf('320×480')]],
      answers: { 'as-sent': '320×480', dropped: 'unknown' },
    })),
    'language in capitals': columnOf(
      'piwik.lang.wide',
      ['piwik.language-not-normalised', 'location_browser_lang'],
      ({ language }) => ({
        pairs: [['lang', wireOf(language.replace('fr-fr', 'FR-CH'))]],
        answers: {
          'as-sent': language.replace('fr-fr', 'FR-CH'),
          normalised: language.replace('fr-fr', 'fr-ch'),
        },
      }),
    ),
  },
});
