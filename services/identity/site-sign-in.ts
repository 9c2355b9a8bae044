import { Problem } from '../../shared/problem.ts';
import type { SignedIn } from '../../shared/sign-in.ts';
import type { Site } from '../../shared/site.ts';
import { digest } from '../digest.ts';
import { enter, type SignInDeps, type Visitor } from './sign-in.ts';
import { readSiteToken, type SiteTokenDeps } from './site-token.ts';

/**
 * Signs somebody in whom the site's own server vouches for. A token is good once, for the browser that comes with it first.
 * @throws Problem `site-token-refused`
 */
export async function enterBySite(
  deps: SignInDeps & SiteTokenDeps,
  { site, jwt, audience }: { site: Pick<Site, 'id' | 'lang'>; jwt: string; audience: string },
  visitor: Visitor,
): Promise<SignedIn> {
  const { jti, subject, name, address, overAt } = await readSiteToken(deps, jwt, { issuer: site.id, audience });
  const at = deps.now();
  const wayId = digest(['site-token', site.id, jti]);
  await deps.signIns.insert({
    ...{ _id: wayId, siteId: site.id, issuer: 'site', subject, address, name, lang: site.lang, url: null },
    ...{ tries: 0, at, expiresAt: overAt },
  });
  const { thumbprint } = visitor;
  const way = await deps.signIns.use(wayId, { siteId: site.id, thumbprint, code: false, at });
  if (way === null) throw new Problem('site-token-refused');
  return enter(deps, way, visitor);
}
