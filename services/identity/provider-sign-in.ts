import * as openid from 'openid-client';
import type { SiteId } from '../../shared/ids.ts';
import { SIGN_IN_MINUTES } from '../../shared/limits.ts';
import type { Site } from '../../shared/site.ts';
import { SIGN_IN_FAILED_FRAGMENT, SIGN_IN_FRAGMENT } from '../../shared/sign-in-fragments.ts';
import { newSecret } from '../auth/tokens.ts';
import type { Logger } from '../logger.ts';
import { createLru } from '../lru.ts';
import type { Outbound } from '../outbound.ts';
import type { Sealing } from '../sealed.ts';
import type { SiteProvider } from '../storage/site-accounts.ts';
import type { SignInDoc } from '../storage/sign-ins.ts';
import { linkSecretOf } from './mail-sign-in.ts';
import { claimedOf } from './site-token.ts';

const GOOD_MS = SIGN_IN_MINUTES * 60_000;
/** What a provider says about itself is believed for so long, milliseconds. */
const DESCRIBED_MS = 10 * 60_000;
const SUBJECT_MAX = 255;

export type Provider = SiteProvider & { secret: string | null };

export interface ProviderSignInDeps {
  providerOf: (siteId: SiteId, id: string) => Promise<Provider | null>;
  signIns: { insert(doc: SignInDoc): Promise<void> };
  outbound: Pick<Outbound, 'call'>;
  sealing: Sealing;
  /** Where a provider sends people back to. */
  returnUrl: () => string;
  serviceKey: string;
  log: Logger;
  now: () => Date;
}

/** What a browser keeps, sealed, while it is with the provider. */
interface Trip {
  site: SiteId;
  lang: string;
  provider: string;
  /** The article. */
  back: string;
  key: string | null;
  state: string;
  nonce: string;
  verifier: string;
  until: number;
}

/** Where to send a browser; `kept` is what it has to show when it comes back, null for nothing. */
export interface SentOn {
  to: string;
  kept: string | null;
}

export type ProviderSignIn = ReturnType<typeof createProviderSignIn>;

/** Signing in with accounts of a provider, by OpenID Connect's code flow with PKCE (RFC 7636). */
export function createProviderSignIn(deps: ProviderSignInDeps) {
  const { sealing, now } = deps;
  const described = createLru<openid.Configuration>(100, DESCRIBED_MS, () => now().getTime());

  const configOf = async (siteId: SiteId, provider: Provider): Promise<openid.Configuration> => {
    const key = `${siteId} ${provider.id} ${provider.at.getTime()}`;
    const known = described.get(key);
    if (known !== undefined) return known;
    const config = await openid.discovery(
      new URL(provider.issuer),
      provider.clientId,
      undefined,
      provider.secret === null ? openid.None() : openid.ClientSecretPost(provider.secret),
      // Which addresses may be called, and over what, is settled by the one way out.
      { [openid.customFetch]: fetchBy(deps.outbound), execute: [openid.allowInsecureRequests], timeout: 5 },
    );
    openid.enableNonRepudiationChecks(config);
    described.set(key, config);
    return config;
  };

  const failed = (back: string, why: 'refused' | 'unavailable'): SentOn => ({
    to: `${back}#${SIGN_IN_FAILED_FRAGMENT}=${why}`,
    kept: null,
  });

  return {
    /**
     * Where to begin; back to the article if the provider cannot be asked. Null where there is no such provider.
     * @param key thumbprint of the only key that may use what comes of it
     */
    async start(
      site: Pick<Site, 'id' | 'lang'>,
      { provider: id, back, key }: { provider: string; back: string; key: string | null },
    ): Promise<SentOn | null> {
      const provider = await deps.providerOf(site.id, id);
      if (provider === null) return null;
      const trip: Trip = {
        ...{ site: site.id, lang: site.lang, provider: id, back: back.replace(/#.*$/s, ''), key },
        ...{ state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() },
        until: now().getTime() + GOOD_MS,
      };
      try {
        const config = await configOf(site.id, provider);
        const url = openid.buildAuthorizationUrl(config, {
          ...{ redirect_uri: deps.returnUrl(), scope: 'openid profile email', state: trip.state, nonce: trip.nonce },
          code_challenge: await openid.calculatePKCECodeChallenge(trip.verifier),
          code_challenge_method: 'S256',
        });
        return { to: url.href, kept: sealing.seal(JSON.stringify(trip)) };
      } catch (err) {
        deps.log.warn({ err, site: site.id, provider: id }, 'a provider of accounts could not be asked');
        return failed(trip.back, 'unavailable');
      }
    },

    /** Back to the article with what signs in there. Null for who never left from here, or long ago. */
    async finish(kept: string, url: URL): Promise<SentOn | null> {
      const trip = tripIn(sealing.open(kept));
      const provider = trip === null ? null : await deps.providerOf(trip.site, trip.provider);
      if (trip === null || provider === null || trip.until <= now().getTime()) return null;
      let claims: openid.IDToken | undefined;
      try {
        const config = await configOf(trip.site, provider);
        const tokens = await openid.authorizationCodeGrant(config, url, {
          ...{ pkceCodeVerifier: trip.verifier, expectedState: trip.state, expectedNonce: trip.nonce },
          idTokenExpected: true,
        });
        claims = tokens.claims();
      } catch (err) {
        if (err instanceof openid.AuthorizationResponseError) return failed(trip.back, 'refused');
        deps.log.warn(
          { err, site: trip.site, provider: trip.provider },
          'a provider of accounts did not let somebody in',
        );
        return failed(trip.back, 'unavailable');
      }
      if (claims === undefined || claims.sub.length > SUBJECT_MAX) return failed(trip.back, 'unavailable');
      const way = wayFor(trip, claims, now());
      await deps.signIns.insert(way);
      return { to: `${trip.back}#${SIGN_IN_FRAGMENT}=${linkSecretOf(deps.serviceKey, way._id)}`, kept: null };
    },
  };
}

function wayFor({ site, lang, provider, key }: Trip, claims: openid.IDToken, at: Date): SignInDoc {
  return {
    ...{ _id: newSecret(), siteId: site, issuer: `oidc:${provider}`, subject: claims.sub, ...claimedOf(claims) },
    ...{ lang, url: null, tries: 0, at, expiresAt: new Date(at.getTime() + GOOD_MS) },
    ...(key === null ? {} : { keyOnly: key }),
  };
}

/** It was sealed here, so it is what it says. */
function tripIn(text: string | null): Trip | null {
  return text === null ? null : (JSON.parse(text) as Trip);
}

/** Requests of the library, by the one way out. */
function fetchBy({ call }: Pick<Outbound, 'call'>): openid.CustomFetch {
  return async (url, { method, headers, body }) => {
    const answer = await call({
      ...{ url, method: method === 'POST' ? 'POST' : 'GET', headers },
      ...(body === undefined || body === null ? {} : { body: textOf(body) }),
    });
    if (!answer.ok) throw new TypeError(`${new URL(url).origin}: ${answer.detail}`);
    return new Response(answer.body, { status: answer.status, headers: { 'content-type': answer.type } });
  };
}

function textOf(body: openid.FetchBody): string {
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString();
  throw new TypeError('a body that is no form');
}
