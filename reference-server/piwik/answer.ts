/** Rule response: what a client is told. The status is 200, whatever became of the hit. */
import type { Answer, TrackerRequest } from '../model.ts';

/** A transparent image of one by one pixel, 43 bytes. */
const beacon = Buffer.from(
  '4749463839610100010080000000000000000021f90401000000002c00000000010001000002024401003b',
  'hex',
);

/** Requests other than GET come from scripts, and browsers ask whether the script may read the answer. */
export function beaconAnswer(request: TrackerRequest, more: Readonly<Record<string, string>> = {}): Answer {
  const headers: Record<string, string> = { 'Content-Type': 'image/gif', ...more };
  if (request.method !== 'GET') {
    headers['Access-Control-Allow-Origin'] = request.headers.origin ?? '*';
    headers['Access-Control-Allow-Credentials'] = 'true';
  }
  return { status: 200, headers, body: beacon };
}

export function textAnswer(text: string): Answer {
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: Buffer.from(escaped(text)) };
}

export function jsonAnswer(value: unknown): Answer {
  return { status: 200, headers: { 'Content-Type': 'application/json' }, body: Buffer.from(JSON.stringify(value)) };
}

const greeting =
  'This is the Piwik tracker of a Beaconform reference server. It records requests that have parameters.';

/** What a person sees who opens the tracker in a browser. */
export function greetingAnswer(): Answer {
  return textAnswer(greeting);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Texts repeat what clients sent, and the type is one that browsers show. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}
