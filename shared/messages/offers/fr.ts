import type { OfferSentences } from './sentences.ts';

export const fr: OfferSentences = {
  react: 'Réagir à ce commentaire',
  reactWith: 'Réagir par {emoji}.',
  reacted: {
    one: '{n} personne a réagi ainsi.',
    many: '{n} de personnes ont réagi ainsi.',
    other: '{n} personnes ont réagi ainsi.',
  },
  rate: {
    one: 'Donner {n} étoile à cet article',
    many: 'Donner {n} d’étoiles à cet article',
    other: 'Donner {n} étoiles à cet article',
  },
  rated: {
    one: '{average} sur {most}, d’après {n} avis',
    many: '{average} sur {most}, d’après {n} d’avis',
    other: '{average} sur {most}, d’après {n} avis',
  },
  unrated: 'Personne n’a encore noté cet article.',
};
