import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { siteIdSchema } from '../../shared/comment.ts';
import type { SiteId } from '../../shared/ids.ts';
import { URL_MAX } from '../../shared/limits.ts';
import { Problem } from '../../shared/problem.ts';
import { providerRoutes } from '../../shared/sign-in-routes.ts';
import type { SentOn } from '../identity/provider-sign-in.ts';
import type { Caller } from '../sites/sites.ts';
import { hashAddress, isLoopback } from './client-address.ts';
import { callerOf, cookieOf } from './door.ts';
import { SLOW_DEADLINE_MS, withDeadline } from './deadline.ts';

/** Sends browsers to a provider of accounts, and back to the article. */
export interface ProviderPageUseCases {
  /** @throws Problem `unknown-site`, `not-found`, `origin-not-allowed`, `rate-limited` */
  start(from: { address: string | null; caller: Caller }, trip: StartQuery): Promise<SentOn>;
  /** @throws Problem `sign-in-link-used`, `rate-limited` */
  finish(from: { address: string | null }, come: { kept: string; query: string }): Promise<SentOn>;
}

const startSchema = z.strictObject({
  site: siteIdSchema,
  provider: z.string().max(64),
  return: z.url({ protocol: /^https?$/ }).max(URL_MAX),
  key: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .optional(),
});
export type StartQuery = { site: SiteId; provider: string; return: string; key?: string | undefined };

const COOKIE_S = 600;

/**
 * GET /oidc/start?site=…&provider=…&return=…, GET /oidc/return?code=…: redirects of the whole page. The cookie is this service's own,
 * for the moment the browser is with the provider, and lax since it comes back from another site.
 */
export function providerPages(deps: {
  providerPages: ProviderPageUseCases;
  cookieName: string;
  serviceKey: string;
  now: () => Date;
}): Router {
  const router = express.Router();
  const cookie = deps.cookieName.replace(/tribune$/, 'tribune-oidc');
  const secure = cookie.startsWith('__Host-') ? '; Secure' : '';
  const addressOf = ({ ip = '' }: Request): string | null =>
    isLoopback(ip) ? null : hashAddress(ip, deps.serviceKey, deps.now());
  const send = (res: Response, { to, kept }: SentOn): void => {
    const [value, age] = kept === null ? ['', 0] : [kept, COOKIE_S];
    res.set({
      'Cache-Control': 'no-store',
      'Set-Cookie': `${cookie}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure}`,
    });
    res.redirect(302, to);
  };
  router.get(providerRoutes.providerStart, async (req, res) => {
    const query = startSchema.safeParse(req.query);
    if (!query.success) throw new Problem('not-found');
    const from = { address: addressOf(req), caller: callerOf(req) };
    send(res, await withDeadline(deps.providerPages.start(from, query.data), SLOW_DEADLINE_MS));
  });
  router.get(providerRoutes.providerReturn, async (req, res) => {
    const kept = cookieOf(req, cookie);
    if (kept === null) throw new Problem('sign-in-link-used');
    const come = { kept, query: req.url.replace(/^[^?]*/, '') };
    send(res, await withDeadline(deps.providerPages.finish({ address: addressOf(req) }, come), SLOW_DEADLINE_MS));
  });
  return router;
}
