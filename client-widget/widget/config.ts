import type { Sort } from '../../shared/comment.ts';
import { LANGUAGES, pickLanguage, pickLocale, type Language } from '../../shared/messages/languages.ts';
import type { TribuneMessages } from '../package/tribune.d.ts';
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
  /** Sentences the page says in its own words. */
  messages: TribuneMessages;
}

export const ATTRIBUTES = ['site', 'thread', 'url', 'title', 'lang', 'sort', 'api', 'eager', 'messages'] as const;

/** The service is where this script came from, so that a page names it only once. */
const HOME = new URL(import.meta.url).origin;

export function readConfig(element: HTMLElement): Config {
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
    title: given('title') ?? (page.title || undefined),
    lang,
    locale: pickLocale(lang, wishes),
    dir: LANGUAGES[lang],
    sort: given('sort') === 'oldest' ? 'oldest' : 'newest',
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
