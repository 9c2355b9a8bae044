import type { OfferSentences } from './sentences.ts';

export const it: OfferSentences = {
  react: 'Reagisci a questo commento',
  reactWith: 'Reagisci con {emoji}.',
  reacted: {
    one: '{n} persona ha reagito così.',
    many: '{n} di persone hanno reagito così.',
    other: '{n} persone hanno reagito così.',
  },
  rate: {
    one: 'Dai {n} stella a questo articolo',
    many: 'Dai {n} di stelle a questo articolo',
    other: 'Dai {n} stelle a questo articolo',
  },
  rated: {
    one: '{average} su {most}, da {n} valutazione',
    many: '{average} su {most}, da {n} di valutazioni',
    other: '{average} su {most}, da {n} valutazioni',
  },
  unrated: 'Nessuno ha ancora valutato questo articolo.',
};
