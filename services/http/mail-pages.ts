import express, { type Request, type Response, type Router } from 'express';
import helmet from 'helmet';
import { Problem, type ProblemCode } from '../../shared/problem.ts';
import { routes } from '../../shared/routes.ts';
import type { Logger } from '../logger.ts';
import type { Sent } from '../notifications/mail-form.ts';
import { PLAIN_PAGES, type MailPage, type ShownPage } from '../notifications/mail-page.ts';
import { withDeadline } from './deadline.ts';
import { languageOf } from './language.ts';
import { failedPageHtml, mailPageHtml, STYLE_PATH } from './mail-page-markup.ts';
import { mailPageStyle } from './mail-page-style.ts';
import { pageWordsFor } from './mail-page-words.ts';
import { asProblem } from './problem-handler.ts';

/** What links in letters lead to. */
export interface MailPageUseCases {
  /** Shows, and does nothing. */
  open(link: string, cursor: string | undefined): Promise<ShownPage>;
  /** Does what the link is for. */
  follow(link: string, sent: Sent): Promise<ShownPage>;
}

/** A form with a comment's worth of text; bytes. */
const FORM_MAX = 16 * 1024;

/**
 * Pages of our own: nothing but themselves and a sheet, sent only to here, framed nowhere. Their address is a secret of whoever has the
 * letter, so it is told to nobody and kept by nobody.
 */
const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  xFrameOptions: { action: 'deny' },
  strictTransportSecurity: false, // the proxy that ends TLS decides
  referrerPolicy: { policy: 'no-referrer' },
});

/**
 * GET shows, POST acts: programs that open every link in a mail before people do must not do anything by that. What cannot be done is
 * said in a page, too; to a program that does not ask for pages, as everywhere else.
 */
export function mailPageRoutes(deps: {
  mailPages: MailPageUseCases;
  isUnavailable: (error: unknown) => boolean;
  log: Logger;
}): Router {
  const router = express.Router();
  router.get(STYLE_PATH, headers, (_req, res) => {
    res.set('Cache-Control', 'public, max-age=300').type('css').send(mailPageStyle);
  });
  router.use('/mail', headers, (_req, res, next) => {
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' });
    next();
  });
  const answer = async (req: Request, res: Response, ask: () => Promise<ShownPage>): Promise<void> => {
    try {
      const { page, lang, site } = await withDeadline(ask());
      const words = pageWordsFor(lang ?? languageOf(req.get('accept-language')));
      send(res.status(statusOf(page)), words.lang, mailPageHtml(words, page, site));
    } catch (error) {
      fail(deps, { req, res, error });
    }
  };
  router.get(routes.mailLink, (req, res) => {
    const { cursor } = req.query;
    return answer(req, res, () =>
      deps.mailPages.open(req.params.link, typeof cursor === 'string' ? cursor : undefined),
    );
  });
  router.post(routes.mailLink, express.urlencoded({ extended: false, limit: FORM_MAX }), (req, res) =>
    answer(req, res, () => deps.mailPages.follow(req.params.link, sentWith(req))),
  );
  router.all(routes.mailLink, (_req, res) => {
    res.set('Allow', 'GET, HEAD, POST'); // RFC 9110, 15.5.6
    throw new Problem('method-not-allowed');
  });
  router.use('/mail', () => {
    throw new Problem('not-found');
  });
  router.use('/mail', ((error: unknown, req, res, next) => {
    // A browser names pages; whoever takes anything is a program.
    if (res.headersSent || !/text\/html/.test(req.get('accept') ?? '')) next(error);
    else fail(deps, { req, res, error });
  }) satisfies express.ErrorRequestHandler);
  return router;
}

/** What came as a form. Mail programs may unsubscribe in another encoding (RFC 8058, 3.2): they say nothing there is to be read. */
function sentWith(req: Request): Sent {
  const body: unknown = req.body;
  return typeof body === 'object' && body !== null ? (body as Sent) : {};
}

function statusOf(page: MailPage): number {
  if (page.is === 'plain') return PLAIN_PAGES[page.says];
  const isWrong = (page.is === 'settings' && page.wrong.length > 0) || (page.is === 'appeal' && page.wrong !== null);
  return isWrong ? 400 : 200;
}

function fail(
  { isUnavailable, log }: { isUnavailable: (error: unknown) => boolean; log: Logger },
  { req, res, error }: { req: Request; res: Response; error: unknown },
): void {
  const { status, code, extras } = asProblem(error, isUnavailable);
  // The path is left out: it is what only the letter's receiver knows.
  if (status >= 500) log.error({ err: extras.cause ?? error, method: req.method }, `a page of a letter: ${code}`);
  if (extras.retryAfter !== undefined) res.set('Retry-After', String(extras.retryAfter));
  const words = pageWordsFor(languageOf(req.get('accept-language')));
  send(res.status(status), words.lang, failedPageHtml(words, WHY[code] ?? 'failed'));
}

/** What somebody can do about it, where it is not ours to mend. */
const WHY: Partial<Record<ProblemCode, Parameters<typeof failedPageHtml>[1]>> = {
  'body-too-large': 'tooLarge',
  'invalid-json': 'unreadable',
  'unsupported-media-type': 'unreadable',
  'method-not-allowed': 'wrongMethod',
  'rate-limited': 'tooOften',
  'not-found': 'forged',
};

function send(res: Response, lang: string, html: string): void {
  res.set('Content-Language', lang).type('html').send(html);
}
