import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import express, { type Express } from 'express';
import { BODY_MAX_BYTES, SETTINGS_MAX_BYTES } from '../../shared/limits.ts';
import { Problem } from '../../shared/problem.ts';
import { routes } from '../../shared/routes.ts';
import type { Logger } from '../logger.ts';
import { cachedPage, type CachedRoute } from './cached-routes.ts';
import type { About, Route } from './call.ts';
import { callerOf, openDoor, siteOf, type DoorDeps } from './door.ts';
import { withDeadline } from './deadline.ts';
import { devMailPages, type DevMails } from './dev-mail-page.ts';
import { describeApi } from './openapi.ts';
import { mailPageRoutes, type MailPageUseCases } from './mail-pages.ts';
import type { PageCache } from './page-cache.ts';
import { pageRoutes } from './pages.ts';
import { providerPages, type ProviderPageUseCases } from './provider-pages.ts';
import { problemHandler } from './problem-handler.ts';
import { securityTxt } from './security-txt.ts';

export interface HttpDeps extends DoorDeps {
  routes: readonly Route[];
  cachedRoutes: readonly CachedRoute[];
  pages: PageCache;
  mailPages: MailPageUseCases;
  providerPages: ProviderPageUseCases;
  ready: () => Promise<void>;
  /** Aborted once the service is about to stop. */
  stopping: AbortSignal;
  isUnavailable: (error: unknown) => boolean;
  publicDir: string;
  /** Folder with the widget's files of earlier versions. */
  keptDir: string | undefined;
  demo: boolean;
  /** Mails that are kept here instead of sent; absent where they are not. */
  devMails: DevMails | undefined;
  /** Where weaknesses are reported to; absent where nobody has said. */
  securityContact: string | undefined;
  trustProxy: number;
  version: string;
  log: Logger;
}

/**
 * A client that neither sends nor takes anything for so long is cut off; half read, it gets as much again, and is gone within a
 * minute. Longer than the 25 s a polling socket may rest; others keep their own time. Milliseconds.
 */
const STALLED_MS = 27_000;

/** The HTTP server; middleware in the order a request meets it. */
export function createHttpServer(deps: HttpDeps): Server {
  const app = createExpressApp(deps);
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 5000 },
    (req, res) => {
      if (deps.stopping.aborted) res.setHeader('Connection', 'close');
      // The hot path: a page that is ready leaves before anything else is looked at.
      if (!deps.pages.answer(req, res)) app(req, res);
    },
  );
  server.maxHeadersCount = 100;
  server.timeout = STALLED_MS;
  return server;
}

function createExpressApp(deps: HttpDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', deps.trustProxy);
  app.set('query parser', 'simple');
  app.use((req, res, next) => {
    // Of two programs in a row each might go by another one (RFC 9112, 3.2).
    if ((req.headersDistinct['host'] ?? []).length > 1 || req.httpVersionMajor < 1) {
      res.status(400).end();
      return;
    }
    res.set({ 'X-Request-Id': randomUUID(), 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' });
    next();
  });
  app.get(routes.health, (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  app.get(routes.ready, async (_req, res) => {
    if (!deps.stopping.aborted) await withDeadline(deps.ready());
    res.set('Cache-Control', 'no-store');
    // What still comes is answered, but nobody is to be sent here any more.
    if (deps.stopping.aborted) res.status(503).json({ status: 'stopping' });
    else res.json({ status: 'ready' });
  });
  if (deps.securityContact !== undefined) {
    const self = (): string => deps.publicOrigin() + routes.securityTxt;
    app.get(routes.securityTxt, securityTxt({ contact: deps.securityContact, now: deps.now, self }));
  }
  app.use(pageRoutes({ ...deps, describe: () => describe(deps) }));
  app.use(mailPageRoutes(deps));
  app.use(providerPages(deps));
  if (deps.devMails !== undefined) app.use(devMailPages(deps.devMails));
  app.use('/v1', apiHeaders, preflight(deps));
  // A site's lists are long; whatever was read here is not read again.
  app.use([routes.siteModeration, routes.siteModerationTest], readJson(SETTINGS_MAX_BYTES));
  app.use('/v1', readJson(BODY_MAX_BYTES));
  for (const declared of deps.cachedRoutes) app.get(declared.path, cachedPage(deps, declared));
  for (const declared of deps.routes) app[declared.method](declared.path, openDoor(deps, declared));
  for (const [path, methods] of methodsByPath([...deps.cachedRoutes, ...deps.routes])) {
    // Of the route: the application's own `all` adds a handler for each of thirty-odd methods, which is most of a start.
    app.route(path).all((_req, res) => {
      res.set('Allow', methods.join(', ')); // RFC 9110, 15.5.6
      throw new Problem('method-not-allowed');
    });
  }
  app.use(() => {
    throw new Problem('not-found');
  });
  app.use(problemHandler(deps));
  return app;
}

/** Nobody who writes to us compresses, and what is small on the way and vast when unpacked is refused unopened. */
function readJson(limit: number): express.RequestHandler {
  return express.json({ limit, strict: false, inflate: false, type: 'application/json', verify: onlyUtf8 });
}

/** JSON between systems is UTF-8 (RFC 8259, 8.1). In other encodings, or in none, a filter in front would read something else. */
function onlyUtf8(_req: unknown, _res: unknown, body: Buffer, encoding: string): void {
  if (encoding !== 'utf-8') throw new Problem('unsupported-media-type');
  if (!isUtf8(body)) throw new Problem('invalid-json');
}

const apiHeaders: express.RequestHandler = (_req, res, next) => {
  res.set({
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    Vary: 'Origin',
  });
  next();
};

/** OPTIONS: what a page of an allowed origin may send (Fetch standard, CORS protocol). */
function preflight(deps: HttpDeps): express.RequestHandler {
  return async (req, res, next) => {
    if (req.method !== 'OPTIONS') {
      next();
      return;
    }
    const caller = callerOf(req);
    const siteId = /^\/sites\/([^/]+)\//.exec(req.path)?.[1];
    const site = siteId === undefined ? null : await deps.sites.byId(siteId);
    if (site !== null) await siteOf(deps, { siteId: site.id }, { res, caller });
    else if (caller.origin !== undefined && req.path.startsWith('/me') && (await deps.sites.anyAllows(caller))) {
      res.set('Access-Control-Allow-Origin', caller.origin);
    } else throw new Problem('origin-not-allowed');
    res
      .set({
        'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
        'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, Accept-Language',
        'Access-Control-Max-Age': '7200',
      })
      .status(204)
      .end();
  };
}

/** Which methods each path takes; a GET route answers HEAD, too. */
function methodsByPath(declared: readonly About[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, method } of declared) {
    const named = method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()];
    methods.set(path, [...(methods.get(path) ?? []), ...named]);
  }
  for (const list of methods.values()) list.push('OPTIONS');
  return methods;
}

function describe(deps: HttpDeps): Record<string, unknown> {
  return describeApi([...deps.cachedRoutes, ...deps.routes], deps.version);
}
