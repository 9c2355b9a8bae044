import type { BellSentences } from '../../shared/messages/bell/sentences.ts';
import type { Language } from '../../shared/messages/languages.ts';
import type { Config } from './config.ts';
import { reworded } from './words.ts';

const load: Record<Language, () => Promise<BellSentences>> = {
  en: () => import('../../shared/messages/bell/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/bell/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/bell/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/bell/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/bell/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/bell/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/bell/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/bell/ar.ts').then(({ ar }) => ar),
};

/** What is said of single notifications: behind the bell, and aloud as they come. */
export const bellWords = async ({ lang, messages }: Config): Promise<BellSentences> =>
  reworded(await load[lang](), messages.bell);
