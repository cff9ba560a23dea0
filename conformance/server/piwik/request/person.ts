/** Somebody who visits: an identity and a computer, as every request of theirs shows them. */
import type { Identity, TargetFacts } from '../../model.ts';
import { type Computer, plainComputer } from '../draw/computer.ts';
import { type Hit, type Pairs, wireOf } from './hit.ts';
import { dateTime } from './time.ts';

export interface Person {
  visitor: string;
  /** `_id`, or nothing of somebody whose client keeps no id. */
  id: Pairs;
  computer: Computer;
  /** Languages of the browser: one of their own behind that of the computer. */
  language: string;
  /** Can be told with a token only; without one all people share the address of the connection. */
  address: string;
}

/**
 * Nobody may look like anybody else, or a tracker would rightly take them for one visitor. Addresses need a token,
 * so every person also has a second language of their own: part of the configuration, and free for all to send.
 */
function ownLanguage(address: string): string {
  return `x-${address
    .split('.')
    .map((byte) => Number(byte).toString(16).padStart(2, '0'))
    .join('')}`;
}

/** The person of a slot; another slot or attempt is somebody else at another computer. */
export function person(slot: number, identity: Identity, computer: Computer = plainComputer): Person {
  const visitor = identity.visitor(slot);
  const address = identity.address(slot);
  const language = `${computer.language},${ownLanguage(address)}`;
  return { visitor, id: [['_id', visitor]], computer, language, address };
}

/** The same person with a client that keeps no id. */
export function anonymous(who: Person): Person {
  return { ...who, id: [] };
}

export function headersOf(who: Person): Readonly<Record<string, string>> {
  return { 'user-agent': who.computer.agent.text, 'accept-language': who.language };
}

/** Token, address and time: what only a token lets a request say. Empty without one. */
export function privileges(who: Person, target: TargetFacts, at?: number): Pairs {
  if (target.token === undefined) return [];
  const time: Pairs = at === undefined ? [] : [['cdt', wireOf(dateTime(at))]];
  return [['token_auth', wireOf(target.token)], ['cip', who.address], ...time];
}

/** Site and `rec`: what makes it a tracking request at all. */
export function tracked(target: TargetFacts): Pairs {
  return [
    ['idsite', String(target.site)],
    ['rec', '1'],
  ];
}

/** What every request of that person says of them and their computer. */
export function selfOf(who: Person): Pairs {
  return [...who.id, ...who.computer.plugins.map((plugin) => [plugin, '1'] as const)];
}

/** A request of that person; `at`, seconds since 1970, is sent where there is a token. */
export function hitOf(who: Person, target: TargetFacts, pairs: Pairs, at?: number): Hit {
  return {
    pairs: [...tracked(target), ...pairs, ...selfOf(who), ...privileges(who, target, at)],
    headers: headersOf(who),
  };
}

/** A request of that person that needs no token and sends none. */
export function bareHitOf(who: Person, target: TargetFacts, pairs: Pairs): Hit {
  return { pairs: [...tracked(target), ...pairs, ...selfOf(who)], headers: headersOf(who) };
}
