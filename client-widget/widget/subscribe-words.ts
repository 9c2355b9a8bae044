import type { Language } from '../../shared/messages/languages.ts';
import type { SubscribeSentences } from '../../shared/messages/subscribe/sentences.ts';
import type { Config } from './config.ts';
import { reworded } from './words.ts';

const load: Record<Language, () => Promise<SubscribeSentences>> = {
  en: () => import('../../shared/messages/subscribe/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/subscribe/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/subscribe/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/subscribe/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/subscribe/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/subscribe/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/subscribe/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/subscribe/ar.ts').then(({ ar }) => ar),
};

/** What is said of what a reader is told of: on the page, and in their own space. */
export const subscribeWords = async ({ lang, messages }: Config): Promise<SubscribeSentences> =>
  reworded(await load[lang](), messages.subscribe);
