/** Faults of answers and of debugging. */
import type { Answer } from '../../model.ts';
import { Refusal } from '../../piwik/hit.ts';
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withPart } from './replace.ts';

/** Changes the answer with the image. */
function withImage(parts: Parts, change: (answer: Answer) => Answer): Parts {
  return withPart(parts, 'answer', (sound) => (request, more) => change(sound(request, more)));
}

/** The image with one byte changed. */
function patched(answer: Answer, at: number, byte: number): Answer {
  const body = Uint8Array.from(answer.body);
  body[at] = byte;
  return { ...answer, body };
}

/** Where a GIF has its width, and the flags that say it is transparent. */
const widthAt = 6;
const transparencyAt = 22;

export const responseFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.response.no-image',
    requirement: 'piwik.response.gif',
    description: 'A request is answered with a word.',
    apply: (parts) =>
      withImage(parts, () => ({ status: 200, headers: { 'Content-Type': 'text/plain' }, body: Buffer.from('ok') })),
  },
  {
    id: 'piwik.response.two-pixels',
    requirement: 'piwik.response.one-pixel',
    description: 'The image is two pixels wide.',
    apply: (parts) => withImage(parts, (answer) => patched(answer, widthAt, 2)),
  },
  {
    id: 'piwik.response.opaque',
    requirement: 'piwik.response.transparent',
    description: 'The image is not transparent.',
    apply: (parts) => withImage(parts, (answer) => patched(answer, transparencyAt, 0)),
  },
  {
    id: 'piwik.response.accepted',
    requirement: 'piwik.response.status',
    description: 'A request is answered with the status 202.',
    apply: (parts) => withImage(parts, (answer) => ({ ...answer, status: 202 })),
  },
  {
    id: 'piwik.response.refusal-kept-back',
    requirement: 'piwik.response.refusal-told',
    description: 'A refused request is answered with the image, whoever sent it.',
    apply: (parts) =>
      withPart(parts, 'trackHit', (sound) => (tracking, hit) => {
        try {
          return sound(tracking, hit);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          return { kind: 'refused', reason: error.message, authenticated: false };
        }
      }),
  },
  {
    id: 'piwik.response.exclusion-told',
    requirement: 'piwik.response.excluded-alike',
    description: 'A request of a bot or without rec is answered with the status 204.',
    apply: (parts) =>
      withPart(parts, 'answer', (sound) => (request, more) => {
        const answer = sound(request, more);
        const isBot = /Googlebot|bingbot/.test(request.headers['user-agent'] ?? '');
        const asks = /(?:^|&)rec=1(?:&|$)/.test(`${request.query}&${Buffer.from(request.body).toString()}`);
        return isBot || !asks ? { ...answer, status: 204, headers: {}, body: new Uint8Array() } : answer;
      }),
  },
  {
    id: 'piwik.response.image-for-nothing',
    requirement: 'piwik.response.no-parameters',
    description: 'A request without parameters is answered with the image.',
    apply: (parts) => {
      const headers = {};
      const request = { method: 'GET', path: '', query: '', headers, body: new Uint8Array(), address: '', now: 0 };
      return withPart(parts, 'greetingAnswer', () => () => parts.answer(request));
    },
  },
  {
    id: 'piwik.response.no-origin',
    requirement: 'piwik.response.cross-origin',
    description: 'The answer names no allowed origin.',
    apply: (parts) => withImage(parts, (answer) => ({ ...answer, headers: { 'Content-Type': 'image/gif' } })),
  },
  {
    id: 'piwik.debug.silent',
    requirement: 'piwik.debug.log',
    description: 'With debugging on, requests are answered as without.',
    apply: (parts) => withPart(parts, 'debugAnswer', () => () => undefined),
  },
  {
    id: 'piwik.debug.image-behind-log',
    requirement: 'piwik.debug.no-beacon',
    description: 'With debugging on, the log is called an image.',
    apply: (parts) =>
      withPart(parts, 'debugAnswer', (sound) => (log) => {
        const answer = sound(log);
        return answer && { ...answer, headers: { 'Content-Type': 'image/gif' } };
      }),
  },
];
