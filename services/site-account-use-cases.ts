import { Problem } from '../shared/problem.ts';
import { providerRoutes } from '../shared/sign-in-routes.ts';
import type { SiteAccountsView } from '../shared/site-accounts.ts';
import { checkProvider } from './identity/check-provider.ts';
import { may, requireAccess } from './auth/access.ts';
import type { ModeratorView } from '../shared/identity.ts';
import type { SiteId } from '../shared/ids.ts';
import type { SiteAccountUseCases } from './http/site-account-routes.ts';
import type { Parts } from './use-cases.ts';

/** What tokens of a site say they are for: this service, and the site. */
export function audienceOf(publicUrl: string, siteId: SiteId): string {
  return `${new URL(publicUrl).origin}/${siteId}`;
}

/** What the console does with accounts from elsewhere; who may, is asked first. */
export function siteAccountUseCases(
  { sites, siteAccounts, outbound, limits }: Parts,
  at: { publicUrl: () => string },
): SiteAccountUseCases {
  const requireSite = async (by: ModeratorView, action: 'settings.read' | 'settings.change', siteId: SiteId) => {
    requireAccess(by, action, siteId);
    if ((await sites.byId(siteId)) === null) throw new Problem('unknown-site');
  };
  /** @throws Problem `validation-failed` for what the one way out would never call */
  const requireCallable = (issuer: string): void => {
    if (!outbound.mayCall(issuer))
      throw new Problem('validation-failed', {
        errors: [{ path: 'issuer', code: 'not-callable', entry: issuer.slice(0, 200) }],
      });
  };
  const view = async (by: ModeratorView, siteId: SiteId): Promise<SiteAccountsView> => {
    const { keys, providers } = await siteAccounts.of(siteId);
    return {
      ...{ audience: audienceOf(at.publicUrl(), siteId), issuer: siteId },
      returnUrl: `${at.publicUrl()}${providerRoutes.providerReturn}`,
      keys: keys.map(({ kid, alg, at, by, revoked }) => ({
        ...{ kid, alg, at: at.toISOString(), by },
        revoked: revoked === undefined ? null : { at: revoked.at.toISOString(), by: revoked.by },
      })),
      providers: providers.map(({ id, name, issuer, clientId, clientSecret, at, by }) => ({
        ...{ id, name, issuer, clientId, hasSecret: clientSecret !== null, at: at.toISOString(), by },
      })),
      mayChange: may(by, 'settings.change'),
    };
  };
  return {
    async read(by, siteId) {
      await requireSite(by, 'settings.read', siteId);
      return view(by, siteId);
    },
    async addKey(by, { siteId, key }, input) {
      await requireSite(by, 'settings.change', siteId);
      return siteAccounts.addKey({ siteId, by, key }, input);
    },
    async revokeKey(by, siteId, kid) {
      await requireSite(by, 'settings.change', siteId);
      await siteAccounts.revokeKey(siteId, kid, by);
    },
    async checkProvider(by, siteId, { issuer }) {
      await requireSite(by, 'settings.change', siteId);
      requireCallable(issuer);
      await limits.testsOfModerator.take(by.id);
      return checkProvider(outbound, issuer);
    },
    async putProvider(by, { siteId, id }, input) {
      await requireSite(by, 'settings.change', siteId);
      requireCallable(input.issuer);
      await siteAccounts.putProvider({ siteId, id, by }, input);
      return view(by, siteId);
    },
    async removeProvider(by, siteId, id) {
      await requireSite(by, 'settings.change', siteId);
      await siteAccounts.removeProvider(siteId, id);
    },
  };
}
