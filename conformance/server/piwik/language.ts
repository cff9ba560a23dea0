/** The languages a visitor reads, from the header or the parameter that overrides it, and the country they tell. */
import fc from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import type { Experiment } from '../model.ts';
import { plainComputer } from './draw/computer.ts';
import { get, wireOf } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, type Person, person } from './request/person.ts';
import { holds } from './row/cells.ts';
import { of, row } from './row/rows.ts';

interface Language {
  tag: string;
  country: string;
  requirement: RequirementId;
}

interface Plan {
  language: Language;
  /** What the header says where the parameter says otherwise. */
  other: Language;
}

const countries = ['fr', 'de', 'us', 'jp', 'br', 'gb', 'it', 'in', 'za', 'nz', 'sv'];
const regional = fc
  .tuple(fc.constantFrom('fr', 'de', 'en', 'pt', 'es'), fc.constantFrom(...countries))
  .map(([language, country]): Language => {
    return { tag: `${language}-${country}`, country, requirement: 'piwik.language.country' };
  });
/** Spoken above all in the country of the same name. */
const bare = fc.constantFrom('fr', 'de', 'it', 'nl').map((tag): Language => {
  return { tag, country: tag, requirement: 'piwik.language.bare-language' };
});
const language = fc.oneof(
  { withCrossShrink: true },
  { weight: 3, arbitrary: regional },
  { weight: 1, arbitrary: bare },
);

function speaking(who: Person, { tag }: Language): Person {
  return { ...who, language: who.language.replace(plainComputer.language, tag) };
}

export const visitLanguage: Experiment<Plan> = {
  id: 'piwik.language',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    'piwik.language.header',
    'piwik.language.override',
    'piwik.language.country',
    'piwik.language.bare-language',
  ],
  branches: {
    'a region is named': (plan) => plan.language.requirement === 'piwik.language.country',
    'a bare language': (plan) => plan.language.requirement === 'piwik.language.bare-language',
  },
  plan: () => fc.record({ language, other: regional }),
  render: (plan, identity, target) => {
    const byHeader = speaking(person(0, identity), plan.language);
    const overridden = speaking(person(1, identity), plan.other);
    const lang = speaking(person(1, identity), plan.language).language;
    const { country, requirement } = plan.language;
    return {
      requests: [
        get(hitOf(byHeader, target, viewing(page(0, identity)))),
        get(hitOf(overridden, target, [...viewing(page(1, identity)), ['lang', wireOf(lang)]])),
      ],
      expected: [
        row('log_visit', 'by header', of(byHeader), 'piwik.language.header', {
          location_browser_lang: holds(byHeader.language, 'piwik.language.header'),
          location_country: holds(country, requirement),
        }),
        row('log_visit', 'overridden', of(overridden), 'piwik.language.override', {
          location_browser_lang: holds(lang, 'piwik.language.override'),
          location_country: holds(country, 'piwik.language.override'),
        }),
      ],
      absent: [],
    };
  },
};
