import { LANGUAGES, pickLanguage, pickLocale, type Language } from '../../shared/messages/languages.ts';
import type { Sort } from '../../shared/votes.ts';
import type { TribuneCommentsElement, TribuneMessages } from '../package/tribune.d.ts';
import { pageKey } from './page-key.ts';

/** What one element on the page asks for, with every default filled in. */
export interface Config {
  /** Origin of the service. */
  base: string;
  site: string;
  thread: string;
  url: string;
  title: string | undefined;
  lang: Language;
  /** The language with its region, for dates and numbers. */
  locale: string;
  dir: 'ltr' | 'rtl';
  sort: Sort;
  /** The passage of the article that alone is shown, and the question beside it; null for the whole article. */
  passage: string | null;
  question: string | null;
  /** Sentences the page says in its own words. */
  messages: TribuneMessages;
  /** Type of schema.org the article is described as for search engines; null where the page does not ask for that. */
  jsonLd: string | null;
  /** Asks the page who is signed in at the site (see TribuneOptions); null where it has no accounts. */
  signIn: (() => Promise<string | null>) | null;
  /** Parts that were loaded for it, by what loads them. */
  parts: WeakMap<object, unknown>;
}

/** Every order a page may ask for, in the order they are offered. */
export const ORDERS: readonly Sort[] = ['newest', 'oldest', 'best', 'top', 'hot', 'reacted'];

export const ATTRIBUTES = [
  'site',
  'thread',
  'url',
  'title',
  'lang',
  'sort',
  'api',
  'eager',
  'messages',
  'json-ld',
  'passage',
  'question',
  'title-count',
] as const;

/** What the number of unread notifications looks like before a title; no part of the article's. */
export const COUNTED = /^\(\d+\)\u00a0/;

/** The service is where this script came from, so that a page names it only once. */
const HOME = new URL(import.meta.url).origin;

export function readConfig(element: TribuneCommentsElement): Config {
  const given = (name: (typeof ATTRIBUTES)[number]) => element.getAttribute(name) || undefined;
  const page = element.ownerDocument;
  const canonical = page.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const wishes = [given('lang') ?? '', page.documentElement.lang, ...navigator.languages];
  const lang = pickLanguage(wishes);
  const url = tried(() => new URL(given('url') ?? canonical ?? '', location.href).href, location.href);
  return {
    base: tried(() => new URL(given('api') ?? HOME, location.href).origin, HOME),
    site: given('site') ?? '',
    thread: given('thread') ?? pageKey(url),
    url: url.replace(/#.*$/, ''),
    title: given('title') ?? (page.title.replace(COUNTED, '') || undefined),
    lang,
    locale: pickLocale(lang, wishes),
    dir: LANGUAGES[lang],
    jsonLd: element.hasAttribute('json-ld') ? (given('json-ld') ?? 'Article') : null,
    sort: ORDERS.find((order) => order === given('sort')) ?? 'newest',
    passage: given('passage') ?? null,
    question: given('question') ?? null,
    signIn: element.signIn ?? null,
    parts: new WeakMap(),
    messages: tried(() => JSON.parse(given('messages') ?? '{}') as TribuneMessages, {}),
  };
}

/** What an attribute says, or what holds without it where that makes no sense; the page's console says which it was. */
function tried<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    console.error('Tribune:', error);
    return otherwise;
  }
}
