import type { ComponentType } from 'preact';
import type { Language } from '../../shared/messages/languages.ts';
import type { OfferSentences } from '../../shared/messages/offers/sentences.ts';
import { Emojis } from './emojis.tsx';
import css from './offers.css';
import { Stars } from './stars.tsx';
import { adopt } from './styles.ts';
import type { ShownComment } from './thread-state.ts';

/** What only some sites offer, loaded where they do. */
export interface OfferParts {
  words: OfferSentences;
  Emojis: ComponentType<{ comment: ShownComment; words: OfferSentences }>;
  Stars: ComponentType<{ words: OfferSentences }>;
}

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
