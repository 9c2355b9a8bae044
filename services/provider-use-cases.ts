import { Problem } from '../shared/problem.ts';
import { providerRoutes } from '../shared/sign-in-routes.ts';
import type { ProviderPageUseCases } from './http/provider-pages.ts';
import { createProviderSignIn } from './identity/provider-sign-in.ts';
import { createSealing } from './sealed.ts';
import { ownPageOnly } from './sites/sites.ts';
import type { Parts } from './use-cases.ts';

/** Signing in with accounts of providers, from the article and back. */
export function providerPageUseCases(parts: Parts, at: { publicUrl: () => string }): ProviderPageUseCases {
  const { store, sites, siteAccounts, limits, outbound, serviceKey, log, now } = parts;
  const providers = createProviderSignIn({
    ...{ ...store, outbound, serviceKey, log, now },
    providerOf: (siteId, id) => siteAccounts.providerOf(siteId, id),
    sealing: createSealing(serviceKey, 'provider-trip'),
    returnUrl: () => `${at.publicUrl()}${providerRoutes.providerReturn}`,
  });
  return {
    async start({ address, caller }, { site: siteId, provider, return: back, key = null }) {
      await limits.readersFromAddress.take(address);
      const site = await sites.byId(siteId);
      if (site === null) throw new Problem('unknown-site');
      const { url } = ownPageOnly({ url: back }, site, caller);
      if (url === undefined) throw new Problem('origin-not-allowed');
      const sent = await providers.start(site, { provider, back: url, key });
      if (sent === null) throw new Problem('not-found');
      return sent;
    },
    async finish({ address }, { kept, query }) {
      await limits.readersFromAddress.take(address);
      const url = new URL(`${at.publicUrl()}${providerRoutes.providerReturn}${query}`);
      const sent = await providers.finish(kept, url);
      if (sent === null) throw new Problem('sign-in-link-used');
      return sent;
    },
  };
}
