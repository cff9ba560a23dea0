/** Headers of languages as browsers wrote them, and what is stored of them. */
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { type Probe, questions } from '../ledger/probe.ts';
import { needsToken } from '../obstacle.ts';
import { get } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

const normalised = 'piwik.language.normalised';
const none = 'piwik.language.none';

/** Whoever sends the same languages as others is told apart by the address. */
function stored(requirement: RequirementId, header: string | undefined, language: string, country: string): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const { pairs, headers } = hitOf(who, target, viewing(page(0, identity)));
    const { 'accept-language': _own, ...others } = headers;
    const sent = header === undefined ? others : { ...others, 'accept-language': header };
    return {
      requests: [get({ pairs, headers: sent })],
      expected: [
        row('log_visit', 'visit', of(who), requirement, {
          location_browser_lang: holds(language, requirement),
          location_country: holds(country, requirement),
        }),
      ],
    };
  };
}

export const languageHeader = questions({
  id: 'piwik.language-header',
  requirements: [normalised, none],
  obstacle: needsToken,
  probes: {
    capitals: stored(normalised, 'DE-CH,EN', 'de-ch,en', 'ch'),
    weights: stored(normalised, 'pt-br;q=0.8,en;q=0.35', 'pt-br,en', 'br'),
    underscores: stored(normalised, 'pt_br', 'pt-br', 'br'),
    blanks: stored(normalised, 'en-gb, en', 'en-gb,en', 'gb'),
    'quoted pair': stored(normalised, 'de-at\\!', 'de-at', 'at'),
    'language before a region': stored(normalised, 'en,en-us', 'en,en-us', 'us'),
    'language of another country': stored(normalised, 'es-sv', 'es-sv', 'sv'),
    comment: stored(normalised, 'de-at (home)', 'de-at', 'at'),
    'character set': stored(normalised, 'de-at.utf-8', 'de-at', 'at'),
    'Serbia of old': stored(normalised, 'sr-sp', 'sr-rs', 'rs'),
    'no language behind': stored(normalised, 'en-us,en-securid', 'en-us', 'us'),
    'no language before': stored(normalised, 'chrome://global/locale/intl.properties', '', 'xx'),
    'no header': stored(none, undefined, '', 'xx'),
    'empty header': stored(none, '', '', 'xx'),
    'no known country': stored(none, 'en-zz', 'en-zz', 'xx'),
  },
});
