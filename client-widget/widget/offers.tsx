import type { Language } from '../../shared/messages/languages.ts';
import type { OfferSentences } from '../../shared/messages/offers/sentences.ts';
import type { Config } from './config.ts';
import type { OfferParts } from './hands.ts';
import { Emojis } from './emojis.tsx';
import css from './offers.css';
import { Stars } from './stars.tsx';
import { adopt } from './styles.ts';
import { reworded } from './words.ts';

const load: Record<Language, () => Promise<OfferSentences>> = {
  en: () => import('../../shared/messages/offers/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/offers/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/offers/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/offers/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/offers/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/offers/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/offers/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/offers/ar.ts').then(({ ar }) => ar),
};

export async function summon(root: ShadowRoot, { lang, messages }: Config): Promise<OfferParts> {
  const words = reworded(await load[lang](), messages.offers);
  adopt(root, css);
  return { words, Emojis, Stars };
}
