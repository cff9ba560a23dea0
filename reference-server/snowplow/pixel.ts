/** The answer to every hit: one transparent pixel, and the collector's cookie. */
import type { Answer } from '../model.ts';
import { constantsOf } from './constants.ts';
import type { Event } from './event.ts';

const gif = Buffer.from(constantsOf<{ gif: string }>('response').gif, 'base64');
const privacy = 'policyref="/w3c/p3p.xml", CP="NOI DSP COR NID PSA OUR IND COM NAV STA"';
const dayMs = 86_400_000;

export function pixelAnswer({ request, options, networkUser }: Event): Answer {
  const expires = httpDate(request.now + options.cookie_days * dayMs);
  return {
    status: 200,
    headers: {
      'Content-Type': 'image/gif',
      'Set-Cookie': `${options.cookie_name}=${networkUser}; Expires=${expires}; Path=/`,
      P3P: privacy,
    },
    body: gif,
  };
}

let lastSecond = Number.NaN;
let lastDate = '';

/** A time as HTTP writes it, kept for its second. */
function httpDate(millis: number): string {
  const second = Math.floor(millis / 1000);
  if (second !== lastSecond) {
    lastSecond = second;
    lastDate = new Date(millis).toUTCString();
  }
  return lastDate;
}
