/** The default provider: guesses the country by the languages of the browser. */
import type { Location, LocationProvider } from '../geolocation.ts';
import type { Hit, Tracking } from '../hit.ts';
import { guessedCountry } from '../language.ts';

export const provider: LocationProvider = {
  id: 'default',
  locate: byLanguage,
};

function byLanguage({ settings }: Tracking, hit: Hit): Partial<Location> {
  const guess = settings.piwik.enable_language_to_country_guess;
  return {
    location_country: guessedCountry(hit.parameters.text('lang'), hit.headers['accept-language'], guess),
  };
}
