import type { OfferSentences } from './sentences.ts';

export const pt: OfferSentences = {
  react: 'Reagir a este comentário',
  reactWith: 'Reagir com {emoji}.',
  reacted: {
    one: '{n} pessoa reagiu assim.',
    many: '{n} de pessoas reagiram assim.',
    other: '{n} pessoas reagiram assim.',
  },
  rate: {
    one: 'Dar {n} estrela a este artigo',
    many: 'Dar {n} de estrelas a este artigo',
    other: 'Dar {n} estrelas a este artigo',
  },
  rated: {
    one: '{average} em {most}, com {n} avaliação',
    many: '{average} em {most}, com {n} de avaliações',
    other: '{average} em {most}, com {n} avaliações',
  },
  unrated: 'Ninguém avaliou ainda este artigo.',
};
