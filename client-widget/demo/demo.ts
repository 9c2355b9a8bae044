import { LANGUAGES, pickLanguage, type Language } from '../../shared/messages/languages.ts';
import type { DemoTexts } from './texts.ts';

/** The page is French as it stands; these are written over it. The comments speak every language they know. */
const translations = {
  en: () => import('./texts-en.ts'),
  ar: () => import('./texts-ar.ts'),
};
const isTranslated = (tag: string): tag is keyof typeof translations => Object.hasOwn(translations, tag);

const wish = new URLSearchParams(location.search).get('lang') ?? 'fr';
const spoken = pickLanguage([wish, 'fr']);
const lang: Language = isTranslated(spoken) ? spoken : 'fr';

const comments = document.querySelector('tribune-comments');
document.documentElement.lang = lang;
document.documentElement.dir = LANGUAGES[lang];
comments?.setAttribute('lang', wish);
comments?.setAttribute('url', location.href.replace(/#.*$/, ''));
for (const link of document.querySelectorAll('.languages a')) {
  if (link.getAttribute('hreflang') === lang) link.setAttribute('aria-current', 'true');
  else link.removeAttribute('aria-current');
}
if (isTranslated(lang)) void translations[lang]().then(({ texts }) => translate(texts));

function translate(texts: DemoTexts): void {
  document.title = texts.documentTitle;
  document.querySelector('[data-tribune-question]')?.setAttribute('data-tribune-question', texts.question);
  comments?.setAttribute('title', texts.headline);
  for (const [name, text] of Object.entries<string>({ ...texts })) {
    for (const node of document.querySelectorAll(`[data-text="${name}"]`)) node.textContent = text;
    for (const node of document.querySelectorAll(`[data-label="${name}"]`)) node.setAttribute('aria-label', text);
  }
}
