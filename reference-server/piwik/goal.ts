/** Goals of a site: the one a request names, and those an action reaches by itself. */
import type { Goal, Site } from '../settings/settings.ts';
import type { Action } from './action.ts';
import { Refusal, type Tracking } from './hit.ts';

/** Throws a Refusal when the site has no such goal, or had it and it was deleted. */
export function goalOf(site: Site, id: number): Goal {
  const goal = site.goals.find((candidate) => candidate.id === id && !candidate.deleted);
  if (goal === undefined)
    throw new Refusal(`idgoal is ${id}, which is not a goal of site ${site.id}; send a known one`);
  return goal;
}

/** The goals whose pattern the action matches; each is converted. */
export function reachedGoals({ parts }: Tracking, site: Site, action: Action): Goal[] {
  return site.goals.filter((goal) => {
    const text = goal.deleted ? undefined : parts.goalSubject(goal, action);
    return text !== undefined && parts.matches(goal, text);
  });
}

/** What a goal looks at; undefined when the action is not of its kind. Events and searches reach no goal. */
export function goalSubject(goal: Goal, action: Action): string | undefined {
  switch (goal.attribute) {
    case 'url':
      return action.kind === 'page-view' ? action.address : undefined;
    case 'title':
      return action.kind === 'page-view' ? action.name?.name : undefined;
    case 'file':
      return action.kind === 'download' ? action.address : undefined;
    case 'external_website':
      return action.kind === 'outlink' ? action.address : undefined;
  }
  return undefined;
}
