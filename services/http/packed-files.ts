import type { ServerResponse } from 'node:http';
import express, { type RequestHandler } from 'express';
import { encodingFor } from './encodings.ts';

/** What the build packs lies beside the plain file, under its name with one of these at the end (tools/packing.mjs). */
const ENDINGS = { br: '.br', gzip: '.gz' } as const;
const PACKABLE = /\.(js|css)$/;
const TYPES: Record<string, string> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };

/**
 * Serves a folder of the build: scripts and styles as they were packed when it was made, to whoever reads that.
 * @param cacheControl of a file, by its name without what packing adds
 */
export function packedFiles(folder: string, cacheControl: (name: string) => string): RequestHandler {
  const files = express.static(folder, {
    index: false,
    redirect: false,
    cacheControl: false,
    setHeaders(res: ServerResponse, path: string) {
      const name = path.replace(/\.(br|gz)$/, '');
      const [, ending] = PACKABLE.exec(name) ?? [];
      if (ending !== undefined) res.setHeader('Vary', 'Accept-Encoding');
      if (ending !== undefined && name !== path) {
        res.setHeader('Content-Encoding', path.endsWith(ENDINGS.br) ? 'br' : 'gzip');
        res.setHeader('Content-Type', TYPES[ending] ?? '');
      }
      res.setHeader('Cache-Control', cacheControl(name));
    },
  });
  return (req, res, next) => {
    const { url } = req;
    const encoding = PACKABLE.test(req.path) ? encodingFor(req.headers['accept-encoding']) : null;
    if (encoding === null) return void files(req, res, next);
    req.url = req.path + ENDINGS[encoding];
    // What is not packed, as it was made elsewhere, is there plain.
    files(req, res, (error?: unknown) => {
      req.url = url;
      if (error) return next(error);
      files(req, res, next);
    });
  };
}
