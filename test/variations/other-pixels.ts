import type { Variation } from './variation.ts';

const screen = (flags: string) => `474946383961 0100 0100 ${flags} 00 00`;
const transparent = (index: string) => `21f904 01 0000 ${index} 00`;
const picture = '2c 0000 0000 0100 0100 00';
const comment = '21fe 05 7069786c65 00';

/** Each one pixel and transparent, and none of them the image of our server. */
const pixels = [
  // White and black, the first of them transparent.
  [screen('80'), 'ffffff 000000', transparent('00'), picture, '02 02 4401 00', '3b'],
  // Black and white, the second transparent.
  [screen('80'), '000000 ffffff', transparent('01'), picture, '02 02 4c01 00', '3b'],
  // Four colours.
  [screen('81'), '000000 555555 aaaaaa ffffff', transparent('00'), picture, '02 02 4401 00', '3b'],
  // No table of colours.
  [screen('00'), transparent('00'), picture, '02 02 4401 00', '3b'],
  // A comment before what makes it transparent.
  [screen('80'), 'ffffff 000000', comment, transparent('00'), picture, '02 02 4401 00', '3b'],
].map((parts) => Buffer.from(parts.join('').replaceAll(' ', ''), 'hex'));

export const otherPixels: Variation = {
  id: 'other-pixels',
  sentence: 'Its transparent pixel is another GIF than ours.',
  protocols: ['piwik', 'snowplow'],
  answer: ({ answer, number }) => {
    if (answer.headers['content-type'] !== 'image/gif' || answer.body.length === 0) return answer;
    return { ...answer, body: pixels[number % pixels.length] as Buffer };
  },
};
