/** A probe: hits that touch a rule, and the options under which they are sent. */
import type { PiwikOptions } from '../../../reference-server/settings/settings.ts';
import type { RecordedRequest } from '../replay.ts';
import { hit, type Parameters } from '../tracked.ts';

export interface Probe {
  requests: RecordedRequest[];
  options: Partial<PiwikOptions>;
}

export function probe(...requests: RecordedRequest[]): Probe {
  return { requests, options: {} };
}

/** A hit with this token. */
export function by(token_auth: string, parameters: Parameters = {}): RecordedRequest {
  return hit({ token_auth, ...parameters });
}

/** A text of the classes blanks, long and astral. */
export const wide = ` ${'long '.repeat(60)}😀 `;
