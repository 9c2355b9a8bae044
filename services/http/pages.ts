import { join } from 'node:path';
import express, { type Router } from 'express';
import helmet from 'helmet';
import { routes } from '../../shared/routes.ts';
import { isOfOneVersion } from '../widget-versions.ts';
import { referencePage, referenceStyle } from './api-reference.ts';
import { packedFiles } from './packed-files.ts';

/** Of files that are of one version; they can be kept for ever. */
const FOREVER = 'public, max-age=31536000, immutable';
/** What leads to them is asked for anew after five minutes, with its ETag. */
const SHORT = 'public, max-age=300';
/** Our own pages are of one version, whole. */
const REVALIDATED = 'public, max-age=0';

/** A page of our own: nothing inline, nothing foreign, never framed. `connect` adds the socket's address. */
function pageHeaders(): express.RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false, // the proxy that ends TLS decides
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
}

/** The widget's script, the console, the demo page with its gallery and the API reference. */
export function pageRoutes(from: {
  publicDir: string;
  keptDir: string | undefined;
  demo: boolean;
  describe: () => Record<string, unknown>;
}): Router {
  const router = express.Router();
  const folder = (name: string): string => join(from.publicDir, name);

  router.use('/widget', (_req, res, next) => {
    res.set({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
    });
    next();
  });
  const cached = (name: string): string => (isOfOneVersion(name) ? FOREVER : SHORT);
  router.use('/widget', packedFiles(folder('widget'), cached));
  // Pages that are open, cached or pinned go on with the version they began with.
  if (from.keptDir !== undefined) router.use('/widget', packedFiles(from.keptDir, cached));

  const headers = pageHeaders();
  const page = (path: string, name: string): void => {
    router.use(
      path,
      headers,
      packedFiles(folder(name), () => REVALIDATED),
    );
    router.get(path, headers, (_req, res) => {
      res.set('Cache-Control', 'no-cache').sendFile(join(folder(name), 'index.html'));
    });
  };
  page(routes.console, 'console');
  if (from.demo) {
    page(routes.demo, 'demo');
    page(routes.gallery, 'demo/gallery');
  }
  router.get('/', (_req, res) => {
    res.redirect(302, from.demo ? routes.demo : routes.console);
  });

  // Written once: they are long, and one client that asks again and again would keep the process busy with nothing else.
  const description = once(() => JSON.stringify(from.describe()));
  const reference = once(() => referencePage(from.describe()));
  router.get(routes.openapi, (_req, res) => {
    res.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=60' });
    res.type('json').send(description());
  });
  router.get(`${routes.apiReference}/reference.css`, headers, (_req, res) => {
    res.type('css').send(referenceStyle);
  });
  router.get(routes.apiReference, headers, (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('html').send(reference());
  });
  return router;
}

/** What is made on first use, as bytes that are sent as they are. */
function once(make: () => string): () => Buffer {
  let made: Buffer | null = null;
  return () => (made ??= Buffer.from(make()));
}
