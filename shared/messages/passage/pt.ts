import type { PassageSentences } from './sentences.ts';

export const pt: PassageSentences = {
  question: {
    one: '«{question}»: ler a discussão sobre esta passagem ({n} comentário)',
    many: '«{question}»: ler a discussão sobre esta passagem ({n} de comentários)',
    other: '«{question}»: ler a discussão sobre esta passagem ({n} comentários)',
  },
  passage: {
    one: 'Ler a discussão sobre esta passagem ({n} comentário)',
    many: 'Ler a discussão sobre esta passagem ({n} de comentários)',
    other: 'Ler a discussão sobre esta passagem ({n} comentários)',
  },
  about: 'Sobre «{question}»',
  aboutPart: 'Sobre uma passagem do artigo',
};
