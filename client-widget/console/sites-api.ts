import type {
  SiteChanges,
  SiteCreate,
  SiteDetail,
  SitePut,
  SiteRemovals,
  SiteRemovalView,
} from '../../shared/console-sites.ts';
import { path, routes } from '../../shared/routes.ts';
import type { Call } from '../kit/api.ts';
import type { Answer, Trouble } from './api.ts';

/** What the page of sites asks of the service. */
export interface SitesApi {
  makeSite(site: SiteCreate): Promise<Answer<SiteDetail>>;
  site(siteId: string): Promise<Answer<SiteDetail>>;
  /** `version` is the one it was made from. */
  changeSite(siteId: string, put: SitePut): Promise<Answer<SiteDetail>>;
  /** What became of a site before a version, newest first; with null, the newest. */
  siteChanges(siteId: string, before: number | null): Promise<Answer<SiteChanges>>;
  /** Removes a site with all there is of it; `name` is what it is called. */
  removeSite(siteId: string, name: string): Promise<Answer<SiteRemovalView>>;
  /** What is being removed. */
  siteRemovals(): Promise<Answer<SiteRemovals>>;
}

export function createSitesApi(ask: <T>(url: string, call?: Call) => Promise<Answer<T>>): SitesApi {
  return {
    makeSite: (body) => ask(routes.sites, { method: 'POST', body }),
    site: (siteId) => ask(path(routes.site, { siteId })),
    changeSite: (siteId, body) => ask(path(routes.site, { siteId }), { method: 'PUT', body }),
    siteChanges: (siteId, before) => ask(path(routes.siteChanges, { siteId }, { before: before ?? undefined })),
    removeSite: (siteId, name) => ask(path(routes.siteRemoval, { siteId }), { method: 'POST', body: { name } }),
    siteRemovals: () => ask(routes.siteRemovals),
  };
}

/** The site as somebody else has left it, with a change that came too late; null for any other trouble. */
export function siteIn(trouble: Trouble): SiteDetail | null {
  if (trouble.kind !== 'problem' || trouble.document.code !== 'site-changed') return null;
  return trouble.document['current'] as SiteDetail;
}
