import type { Language } from '../../shared/messages/languages.ts';
import type { VerdictSentences } from '../../shared/messages/verdict/sentences.ts';
import type { Config } from './config.ts';
import { reworded } from './words.ts';

const load: Record<Language, () => Promise<VerdictSentences>> = {
  en: () => import('../../shared/messages/verdict/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/verdict/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/verdict/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/verdict/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/verdict/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/verdict/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/verdict/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/verdict/ar.ts').then(({ ar }) => ar),
};

/** What is said of a comment that waits or was refused. Hardly anybody needs it. */
export const verdictWords = async ({ lang, messages }: Config): Promise<VerdictSentences> =>
  reworded(await load[lang](), messages.verdict);

/** The same for who needs nothing else of it. */
export const summon = (_: ShadowRoot, config: Config): Promise<VerdictSentences> => verdictWords(config);
