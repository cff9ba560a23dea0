import { kindOfEvent } from './kind.ts';

/** An ad impression is stored under its name, whether it says whose ad it was or not. */
export const adImpression = kindOfEvent({
  id: 'snowplow.ad-impression',
  code: 'ad',
  event: 'snowplow.ad-impression.event',
  withoutParameters: 'snowplow.ad-impression.without-parameters',
});
