/** `/settings/piwik/…`: sites, goals and options, changed while the server runs, by the super user only. */
import { jsonAnswer, textAnswer } from '../http/answers.ts';
import type { Answer, TrackerRequest } from '../model.ts';
import { type Access, bears } from '../records/access.ts';
import type { Store } from '../storage/store.ts';
import { readDocument, Unusable } from './api-body.ts';
import { goalResource, optionResource, type Resource, siteResource } from './api-resources.ts';
import type { KeptSettings } from './kept.ts';

export interface SettingsApiOptions extends Access {
  store: Store;
  kept: KeptSettings;
  /** Told of each part of the settings that was changed. */
  changed(part: 'general' | { site: number }): void;
}

const methods = 'GET, PUT, DELETE';

/** Answers what stands behind `/settings/piwik/`. Unlike the records door it asks everybody for the token. */
export function createSettingsApi(options: SettingsApiOptions): (what: string, request: TrackerRequest) => Answer {
  return (what, request) => {
    if (!bears(request, options.token)) {
      return textAnswer(401, 'Send Authorization: Bearer and the token of the super user.', {
        'WWW-Authenticate': 'Bearer',
      });
    }
    const found = resourceOf(options.kept, what);
    if (found === undefined) return textAnswer(404, unknown);
    try {
      return answerWith(options, found, request);
    } catch (error) {
      if (error instanceof Unusable) return textAnswer(400, error.message);
      throw error;
    }
  };
}

const unknown =
  'No such settings; there are /settings/piwik/options, …/options/<name>, …/sites, …/sites/<id> and ' +
  '…/sites/<id>/goals/<id>.';

function resourceOf(kept: KeptSettings, what: string): Resource | undefined {
  const [kind, id, list, goal, ...rest] = what.split('/');
  if (rest.length > 0) return undefined;
  if (kind === 'options' && list === undefined) return optionResource(kept, id);
  if (kind !== 'sites') return undefined;
  if (list === undefined) return siteResource(kept, id === undefined ? undefined : Number(id));
  return list === 'goals' && goal !== undefined ? goalResource(kept, Number(id), Number(goal)) : undefined;
}

/** What is changed is committed before the cache is told, so that it cannot be filled with what was before. */
function answerWith({ store, changed }: SettingsApiOptions, resource: Resource, request: TrackerRequest): Answer {
  const { method } = request;
  if (method === 'GET' || method === 'HEAD') return shown(resource);
  const change = method === 'PUT' ? resource.put : method === 'DELETE' ? resource.remove : undefined;
  if (change === undefined) return textAnswer(405, `Use ${methods} here.`, { Allow: methods });
  const document = method === 'PUT' ? readDocument(request.body) : undefined;
  store.transaction(() => change(document));
  changed(resource.part);
  return method === 'PUT' ? shown(resource) : jsonAnswer(200, resource.get() ?? null);
}

function shown(resource: Resource): Answer {
  const value = resource.get();
  return value === undefined ? textAnswer(404, 'There is none of that name.') : jsonAnswer(200, value);
}
