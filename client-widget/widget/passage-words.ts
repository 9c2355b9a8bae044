import type { Language } from '../../shared/messages/languages.ts';
import type { PassageSentences } from '../../shared/messages/passage/sentences.ts';
import type { Config } from './config.ts';
import { reworded } from './words.ts';

const sentences: Record<Language, () => Promise<PassageSentences>> = {
  en: () => import('../../shared/messages/passage/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/passage/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/passage/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/passage/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/passage/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/passage/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/passage/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/passage/ar.ts').then(({ ar }) => ar),
};

/** What is said about passages, in the page's language and words. */
export async function passageWords({ lang, messages }: Config): Promise<PassageSentences> {
  return reworded(await sentences[lang](), messages['passage']);
}
