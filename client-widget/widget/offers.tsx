import type { Language } from '../../shared/messages/languages.ts';
import type { OfferSentences } from '../../shared/messages/offers/sentences.ts';
import { Emojis } from './emojis.tsx';
import css from './offers.css';
import { Stars } from './stars.tsx';
import { adopt } from './styles.ts';
import type { OfferParts } from './context.ts';

const load: Record<Language, () => Promise<OfferSentences>> = {
  en: () => import('../../shared/messages/offers/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/offers/fr.ts').then(({ fr }) => fr),
  ar: () => import('../../shared/messages/offers/ar.ts').then(({ ar }) => ar),
};

export async function summon(root: ShadowRoot, lang: Language): Promise<OfferParts> {
  const words = await load[lang]();
  adopt(root, css);
  return { words, Emojis, Stars };
}
