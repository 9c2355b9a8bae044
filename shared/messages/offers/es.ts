import type { OfferSentences } from './sentences.ts';

export const es: OfferSentences = {
  react: 'Reaccionar a este comentario',
  reactWith: 'Reaccionar con {emoji}.',
  reacted: {
    one: '{n} persona ha reaccionado así.',
    many: '{n} de personas han reaccionado así.',
    other: '{n} personas han reaccionado así.',
  },
  rate: {
    one: 'Dar {n} estrella a este artículo',
    many: 'Dar {n} de estrellas a este artículo',
    other: 'Dar {n} estrellas a este artículo',
  },
  rated: {
    one: '{average} de {most}, según {n} valoración',
    many: '{average} de {most}, según {n} de valoraciones',
    other: '{average} de {most}, según {n} valoraciones',
  },
  unrated: 'Nadie ha valorado todavía este artículo.',
};
