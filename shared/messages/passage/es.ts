import type { PassageSentences } from './sentences.ts';

export const es: PassageSentences = {
  question: {
    one: '«{question}»: leer el debate sobre este pasaje ({n} comentario)',
    many: '«{question}»: leer el debate sobre este pasaje ({n} de comentarios)',
    other: '«{question}»: leer el debate sobre este pasaje ({n} comentarios)',
  },
  passage: {
    one: 'Leer el debate sobre este pasaje ({n} comentario)',
    many: 'Leer el debate sobre este pasaje ({n} de comentarios)',
    other: 'Leer el debate sobre este pasaje ({n} comentarios)',
  },
  about: 'Sobre «{question}»',
  aboutPart: 'Sobre un pasaje del artículo',
};
