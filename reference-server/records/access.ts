/** Who may read stored rows: peers on loopback, others with the token of the super user. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { textAnswer } from '../http/answers.ts';
import { isLoopback } from '../http/peer.ts';
import type { Answer, TrackerRequest } from '../model.ts';

export interface Access {
  /** Of the super user; asked for when the peer is not on loopback. */
  token: string;
}

/** The answer to a peer that may not read, or undefined for one that may. */
export function refusal({ token }: Access, request: TrackerRequest): Answer | undefined {
  if (isLoopback(request.address) || bears(request, token)) return undefined;
  return textAnswer(401, 'Send Authorization: Bearer and the token of the super user.', {
    'WWW-Authenticate': 'Bearer',
  });
}

/** True when the request has the token in its header Authorization. */
export function bears(request: TrackerRequest, token: string): boolean {
  const sent = /^Bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(sent), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
