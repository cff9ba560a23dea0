import { kindOfEvent } from './kind.ts';

/** A structured event is stored under its name, whether it has a category and the like or not. */
export const structured = kindOfEvent({
  id: 'snowplow.structured',
  code: 'se',
  event: 'snowplow.structured.event',
  withoutParameters: 'snowplow.structured.without-parameters',
});
