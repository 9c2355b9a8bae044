import express, { type Request, type Router } from 'express';
import helmet from 'helmet';
import { Problem } from '../../shared/problem.ts';
import { routes } from '../../shared/routes.ts';
import { escapeMarkup } from '../syndication/markup.ts';
import type { DevMailDoc } from '../storage/dev-mail.ts';
import { isLoopback } from './client-address.ts';

/** Mails that were never sent, newest first. */
export interface DevMails {
  newest(): Promise<DevMailDoc[]>;
  byId(id: string): Promise<DevMailDoc | null>;
}

/** Headers by which a proxy says that somebody else asks. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];
const HERE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/**
 * GET /dev/mail: the mails of a service without a mail server, for who develops it. They hold links that act for their readers, so
 * that they are for this very machine alone: neither for who comes through a proxy on it, nor for a page whose name somebody has
 * lead here.
 */
export function devMailPages(mails: DevMails): Router {
  const router = express.Router();
  router.use(routes.devMail, (req, res, next) => {
    if (!isFromHere(req)) throw new Problem('not-found');
    res.set('Cache-Control', 'no-store');
    next();
  });
  router.get(routes.devMail, pageHeaders(), async (_req, res) => {
    res.type('html').send(listPage(await mails.newest()));
  });
  router.get(`${routes.devMail}/style.css`, (_req, res) => {
    res.type('css').send(STYLE);
  });
  // The mail's own document, as a mail program shows it: without scripts, and with nothing from elsewhere.
  router.get(`${routes.devMail}/:id`, letterHeaders(), async (req, res) => {
    const mail = await mails.byId(String(req.params['id']));
    if (mail === null) throw new Problem('not-found');
    res.type('html').send(mail.html);
  });
  return router;
}

function isFromHere(req: Request): boolean {
  const peer = req.socket.remoteAddress ?? '';
  return isLoopback(peer) && FORWARDED.every((name) => req.get(name) === undefined) && HERE.test(req.get('host') ?? '');
}

function pageHeaders(): express.RequestHandler {
  return contentPolicy({
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    frameSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  });
}

function letterHeaders(): express.RequestHandler {
  return contentPolicy({
    sandbox: ['allow-popups', 'allow-popups-to-escape-sandbox', 'allow-top-navigation-by-user-activation'],
    defaultSrc: ["'none'"],
    styleSrc: ["'unsafe-inline'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'self'"],
  });
}

function contentPolicy(directives: Record<string, string[]>): express.RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    xFrameOptions: { action: 'sameorigin' },
    strictTransportSecurity: false,
  });
}

/** Text with its addresses as links. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, i) => (i % 2 === 0 ? escapeMarkup(part) : `<a href="${escapeMarkup(part)}">${escapeMarkup(part)}</a>`))
    .join('');
}

function listPage(mails: readonly DevMailDoc[]): string {
  const none = '<p>None yet. Whatever the service would send by mail is shown here, the newest first.</p>';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Mail that was not sent</title><link rel="stylesheet" href="${routes.devMail}/style.css"></head><body><main><h1>Mail that was not sent</h1>${mails.length === 0 ? none : mails.map(section).join('')}</main></body></html>`;
}

function section({ _id, at, to, subject, text, headers }: DevMailDoc): string {
  const url = `${routes.devMail}/${encodeURIComponent(_id)}`;
  const rows = Object.entries({ 'Message-ID': `<${_id}>`, ...headers })
    .map(([name, value]) => `<tr><th scope="row">${escapeMarkup(name)}</th><td>${escapeMarkup(value)}</td></tr>`)
    .join('');
  return `<article><h2 dir="auto">${escapeMarkup(subject)}</h2><p>To ${escapeMarkup(to)}, <time>${at.toISOString()}</time>, <a href="${url}">alone</a></p><div class="both"><pre dir="auto">${linked(text)}</pre><iframe sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" loading="lazy" title="As HTML" src="${url}"></iframe></div><details><summary>Headers</summary><table>${rows}</table></details></article>`;
}

const STYLE = `:root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif}main{max-width:80rem;margin:auto;padding:1rem}
article{border-top:1px solid color-mix(in srgb,currentColor 25%,transparent);padding:1rem 0}h2{margin:0;font-size:1.15rem}p{margin:.25rem 0 .75rem}
.both{display:grid;grid-template-columns:1fr 1fr;gap:1rem}@media(max-width:48rem){.both{grid-template-columns:1fr}}
pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font:.85rem/1.5 ui-monospace,monospace}iframe{width:100%;height:26rem;border:1px solid color-mix(in srgb,currentColor 25%,transparent);background:#fff}
table{font-size:.85rem;border-collapse:collapse}th{text-align:start;vertical-align:top;padding-inline-end:1rem;font-weight:600}td{overflow-wrap:anywhere}`;
