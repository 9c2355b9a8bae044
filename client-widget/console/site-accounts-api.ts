import { path, routes } from '../../shared/routes.ts';
import type {
  ProviderChecked,
  ProviderPut,
  SiteAccountsView,
  SiteKeyAdded,
  SiteKeyCreate,
} from '../../shared/site-accounts.ts';
import type { Call } from '../kit/api.ts';
import type { Answer } from './api.ts';

/** Accounts from elsewhere that readers of a site sign in with. */
export interface SiteAccountsApi {
  accounts(siteId: string): Promise<Answer<SiteAccountsView>>;
  /** `idempotencyKey` stays the same however often one and the same is sent. */
  addSiteKey(siteId: string, key: SiteKeyCreate, idempotencyKey: string): Promise<Answer<SiteKeyAdded>>;
  revokeSiteKey(siteId: string, kid: string): Promise<Answer<null>>;
  checkProvider(siteId: string, issuer: string): Promise<Answer<ProviderChecked>>;
  putProvider(siteId: string, providerId: string, provider: ProviderPut): Promise<Answer<SiteAccountsView>>;
  removeProvider(siteId: string, providerId: string): Promise<Answer<null>>;
}

export function createSiteAccountsApi(ask: <T>(url: string, call?: Call) => Promise<Answer<T>>): SiteAccountsApi {
  const provider = (siteId: string, providerId: string): string => path(routes.siteProvider, { siteId, providerId });
  return {
    accounts: (siteId) => ask(path(routes.siteAccounts, { siteId })),
    addSiteKey: (siteId, body, key) =>
      ask(path(routes.siteKeys, { siteId }), { method: 'POST', body, idempotencyKey: key }),
    revokeSiteKey: (siteId, kid) => ask(path(routes.siteKey, { siteId, kid }), { method: 'DELETE' }),
    checkProvider: (siteId, issuer) =>
      ask(path(routes.siteProviderCheck, { siteId }), { method: 'POST', body: { issuer } }),
    putProvider: (siteId, providerId, body) => ask(provider(siteId, providerId), { method: 'PUT', body }),
    removeProvider: (siteId, providerId) => ask(provider(siteId, providerId), { method: 'DELETE' }),
  };
}
