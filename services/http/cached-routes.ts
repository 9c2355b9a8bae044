import type { RequestHandler } from 'express';
import type { Site } from '../../shared/site.ts';
import type { About, Shapes } from './call.ts';
import { DEADLINE_MS, withDeadline } from './deadline.ts';
import { callerOf, siteOf, type DoorDeps } from './door.ts';
import type { PageCache, PageContent } from './page-cache.ts';
import { validate } from './validate.ts';

/** A public page of a site that is the same for everyone, and kept ready. Most requests never come further than the cache. */
interface CachedPage<Params, Query> extends About, Shapes<Params, Query, never> {
  who: 'anyone';
  method: 'get';
  page: (site: Site, query: Query) => PageContent;
}

/** A cached page whose types have done their work. */
export type CachedRoute = CachedPage<never, never>;

/** Declares a cached page; `page` sees exactly what the schemas let through. */
export function cachedRoute<Params, Query>(declared: CachedPage<Params, Query>): CachedRoute {
  return declared as unknown as CachedRoute;
}

/** Reads a page that is not ready, and has it kept. */
export function cachedPage(
  deps: Pick<DoorDeps, 'sites' | 'origins'> & { pages: PageCache },
  route: CachedRoute,
): RequestHandler {
  return async (req, res) => {
    const started = performance.now();
    const params = validate(route.params, req.params);
    const site = await withDeadline(siteOf(deps, params, { res, caller: callerOf(req) }));
    const { about, type, read } = route.page(site, validate(route.query, req.query));
    // One deadline for both: a database that answers slowly is waited for once.
    const readInTime = (): Promise<string> => withDeadline(read(), DEADLINE_MS - (performance.now() - started));
    await deps.pages.load(req, res, { site, about, read: readInTime, ...(type === undefined ? {} : { type }) });
  };
}
