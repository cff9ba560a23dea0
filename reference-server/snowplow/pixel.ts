/** The answer to every hit: one transparent pixel, and the collector's cookie. */
import type { Answer } from '../model.ts';
import { constantsOf } from './constants.ts';
import type { Event } from './event.ts';

const gif = Buffer.from(constantsOf<{ gif: string }>('response').gif, 'base64');
const dayMs = 86_400_000;

export function pixelAnswer({ request, options, networkUser }: Event): Answer {
  const expires = new Date(request.now + options.cookie_days * dayMs).toUTCString();
  return {
    status: 200,
    headers: {
      'Content-Type': 'image/gif',
      'Set-Cookie': `${options.cookie_name}=${networkUser}; Expires=${expires}; Path=/`,
    },
    body: gif,
  };
}
