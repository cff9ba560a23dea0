/** One request to the action it tells of. */
import type { Action } from './action.ts';
import { download } from './download.ts';
import { event } from './event.ts';
import type { Hit, Tracking } from './hit.ts';
import { outlink } from './outlink.ts';
import { pageView } from './page-view.ts';
import type { RequestKind } from './request-kinds.ts';
import { siteSearch } from './site-search.ts';

/** Undefined when the request is a conversion, which is no action. */
export function actionOfRequest(tracking: Tracking, hit: Hit, request: RequestKind): Action | undefined {
  switch (request.kind) {
    case 'download':
      return download(tracking, hit, request.address);
    case 'outlink':
      return outlink(tracking, hit, request.address);
    case 'event':
      return event(tracking, hit, request);
    case 'site-search':
      return siteSearch(tracking, hit, request.keyword);
    case 'page-view':
      return pageView(tracking, hit);
  }
  return undefined;
}
