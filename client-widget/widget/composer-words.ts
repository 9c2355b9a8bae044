import type { ComposerSentences } from '../../shared/messages/composer/sentences.ts';
import type { FieldSentences } from '../../shared/messages/fields/sentences.ts';
import type { Language } from '../../shared/messages/languages.ts';
import type { Config } from './config.ts';
import { reworded } from './words.ts';

/** What few who write are told, and what may be wrong with a field. */
interface ComposerWords extends ComposerSentences {
  fields: FieldSentences;
}

const load: Record<Language, () => Promise<{ composer: ComposerSentences; fields: FieldSentences }>> = {
  en: () => import('./lang/composer-en.ts'),
  fr: () => import('./lang/composer-fr.ts'),
  de: () => import('./lang/composer-de.ts'),
  es: () => import('./lang/composer-es.ts'),
  it: () => import('./lang/composer-it.ts'),
  pt: () => import('./lang/composer-pt.ts'),
  tr: () => import('./lang/composer-tr.ts'),
  ar: () => import('./lang/composer-ar.ts'),
};

/** The same for who asks for it in passing. */
export const summon = (_: ShadowRoot, config: Config): Promise<ComposerWords> => composerWords(config);

export async function composerWords({ lang, messages }: Config): Promise<ComposerWords> {
  const { composer, fields } = await load[lang]();
  return { ...reworded(composer, messages.composer), fields: reworded(fields, messages.fields) };
}
