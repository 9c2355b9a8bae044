import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Problem } from '../../shared/problem.ts';
import type { Site } from '../../shared/site.ts';
import { allowsOrigin } from '../sites/sites.ts';
import { encodingFor } from './encodings.ts';
import { createLastChange } from './last-change.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Another node's write is seen after this long at the latest, milliseconds; this node's own at once. */
const BELIEVED_MS = 2000;
const MAX_BYTES = 64 * 1024 * 1024;
/** What a page takes besides its bodies and its URL: headers, objects, places in the maps. A generous guess, bytes. */
const OVERHEAD_BYTES = 4096;

/** What a page is made from. */
export interface PageContent {
  /** What it tells of: a discussion, or a whole site. When that changes the page is forgotten. */
  about: string;
  /** Content-Type; JSON, if nothing is said. */
  type?: string;
  read: () => Promise<string>;
}

interface Page {
  site: Site;
  about: string;
  etag: string;
  /** When it became what it is; null where that cannot be told. */
  changedAt: Date | null;
  plain: Variant;
  gzip: Variant;
  brotli: Variant;
  /** Headers of an answer without a body. */
  unchanged: string[];
  /** What it takes in memory. */
  bytes: number;
  until: number;
}

/** A body with its headers, names and values in turn, as `writeHead` takes them fastest. */
interface Variant {
  body: Buffer;
  headers: string[];
}

interface Build {
  about: string;
  /** What it tells of changed while the page was being read: it may be given out, but not kept. */
  stale: boolean;
  page: Promise<Page>;
}

/** Pages of discussions and sites, ready to be sent: serialised, compressed, tagged. The same for everyone. */
export interface PageCache {
  /** Answers a GET from a ready page, before any middleware; false if there is none. */
  answer(req: IncomingMessage, res: ServerResponse): boolean;
  /** Builds the page for a URL (once, however many ask) and answers with it. */
  load(req: IncomingMessage, res: ServerResponse, of: PageContent & { site: Site }): Promise<void>;
  /** Forgets every page that tells of one of these; what is being built now is not kept. */
  invalidate(...about: string[]): void;
}

export function createPageCache(now: () => number): PageCache {
  const pages = new Map<string, Page>();
  const builds = new Map<string, Build>();
  const urlsOf = new Map<string, Set<string>>();
  const lastChange = createLastChange(now);
  let bytes = 0;

  function drop(url: string): void {
    const page = pages.get(url);
    if (page === undefined) return;
    pages.delete(url);
    bytes -= page.bytes;
    const urls = urlsOf.get(page.about);
    urls?.delete(url);
    if (urls?.size === 0) urlsOf.delete(page.about);
  }

  function keep(url: string, page: Page): void {
    drop(url);
    // All are believed for the same time, so those that no longer are stand first. Nobody may ask for them again.
    for (const [oldest, { until }] of pages) {
      if (until > now()) break;
      drop(oldest);
    }
    pages.set(url, page);
    bytes += page.bytes;
    const urls = urlsOf.get(page.about) ?? new Set();
    urlsOf.set(page.about, urls.add(url));
    while (bytes > MAX_BYTES) drop(pages.keys().next().value ?? url);
  }

  function build(url: string, of: Parameters<PageCache['load']>[2]): Promise<Page> {
    const under = builds.get(url);
    if (under !== undefined) return under.page;
    const started: Build = {
      about: of.about,
      stale: false,
      page: makePage(url, of, { now, lastChange }).then((page) => {
        if (!started.stale) keep(url, page);
        return page;
      }),
    };
    builds.set(url, started);
    const done = (): void => {
      if (builds.get(url) === started) builds.delete(url);
    };
    started.page.then(done, done);
    return started.page;
  }

  return {
    answer(req, res) {
      const page = pages.get(req.url ?? '');
      if (page === undefined || req.method !== 'GET') return false;
      if (page.until <= now()) {
        drop(req.url ?? '');
        return false;
      }
      return send(page, req, res);
    },
    async load(req, res, of) {
      if (!send(await build(req.url ?? '', of), req, res)) throw new Problem('origin-not-allowed');
    },
    invalidate(...about) {
      for (const url of about.flatMap((one) => [...(urlsOf.get(one) ?? [])])) drop(url);
      for (const [url, under] of builds) {
        if (!about.includes(under.about)) continue;
        under.stale = true;
        builds.delete(url);
      }
    },
  };
}

async function makePage(
  url: string,
  { site, about, type = 'application/json; charset=utf-8', read }: Parameters<PageCache['load']>[2],
  { now, lastChange }: { now: () => number; lastChange: ReturnType<typeof createLastChange> },
): Promise<Page> {
  const plain = Buffer.from(await read());
  const [gzipped, brotli] = await Promise.all([
    compressGzip(plain, { level: 6 }),
    compressBrotli(plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
    }),
  ]);
  const etag = `"${hash('sha256', plain, 'base64url').slice(0, 22)}"`;
  const changedAt = lastChange(url, etag);
  const dated = changedAt === null ? [] : ['Last-Modified', changedAt.toUTCString()];
  const unchanged = [...HEADERS, 'ETag', etag, ...dated];
  const variant = (made: Buffer, encoding?: string): Variant => ({
    // A copy of its own size: zlib hands out the beginning of a buffer of 16 KiB, which would be kept along with it.
    body: Buffer.from(made),
    headers: [
      ...unchanged,
      'Content-Type',
      type,
      'Content-Length',
      String(made.length),
      ...(encoding === undefined ? [] : ['Content-Encoding', encoding]),
    ],
  });
  return {
    site,
    about,
    etag,
    changedAt,
    plain: variant(plain),
    gzip: variant(gzipped, 'gzip'),
    brotli: variant(brotli, 'br'),
    unchanged,
    bytes: plain.length + gzipped.length + brotli.length + 2 * url.length + OVERHEAD_BYTES,
    until: now() + BELIEVED_MS,
  };
}

const HEADERS = [
  ['Cache-Control', 'public, max-age=0, s-maxage=1, must-revalidate'],
  ['Vary', 'Origin, Accept-Encoding'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
].flat();

/** Writes the page, or 304; false if the caller's origin may not have it. */
function send(page: Page, req: IncomingMessage, res: ServerResponse): boolean {
  const { origin, host } = req.headers;
  if (origin !== undefined && !allowsOrigin(page.site, { origin, host })) return false;
  const readable =
    origin === undefined ? [] : ['Access-Control-Allow-Origin', origin, 'Access-Control-Expose-Headers', 'Date'];
  if (isKnown(page, req)) {
    res.writeHead(304, page.unchanged.concat(readable)).end();
    return true;
  }
  const { body, headers } = variantFor(page, req.headers['accept-encoding']);
  res.writeHead(200, headers.concat(readable)).end(body);
  return true;
}

/** Whether the caller has the page as it is. A tag that was sent says it alone, whatever the time (RFC 9110, 13.2.2). */
function isKnown({ etag, changedAt }: Page, { headers }: IncomingMessage): boolean {
  const match = headers['if-none-match'];
  if (match !== undefined) return matches(match, etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return changedAt !== null && changedAt.getTime() <= since;
}

function variantFor(page: Page, accepted: string | string[] | undefined): Variant {
  const encoding = encodingFor(accepted);
  if (encoding === 'br') return page.brotli;
  return encoding === 'gzip' ? page.gzip : page.plain;
}

/** If-None-Match: a list of tags or "*", compared weakly (RFC 9110, 13.1.2). */
function matches(header: string, etag: string): boolean {
  return (
    header === etag || header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
  );
}
